package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.profileText;

import dev.chancery.core.inspection.Inspected;
import dev.chancery.core.inspection.Inspection;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.Severity;
import dev.chancery.core.profile.CertificateProfile;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The judgement of a file.
 *
 * @param text what was pasted
 * @param profiles as which profile's certificate it can be judged
 * @param judged whether anything was
 * @param unreadable what could not be judged, and why
 * @param remarks what was passed over
 * @param error why nothing was judged; empty when something was, or nothing was asked yet
 */
public record JudgedView(
        Frame frame,
        String text,
        List<Choice> profiles,
        boolean judged,
        List<Item> items,
        List<String> unreadable,
        List<String> remarks,
        String error) {
    public JudgedView {
        profiles = List.copyOf(profiles);
        items = List.copyOf(items);
        unreadable = List.copyOf(unreadable);
        remarks = List.copyOf(remarks);
    }

    /**
     * One certificate, CRL, request or OCSP response.
     *
     * @param title what it is: {@code Certificate 1 of 2}
     */
    public record Item(String title, String about, StatusMark verdict, List<FindingRow> findings, List<String> notes) {
        static Item of(Inspected item) {
            String word = switch (item.kind()) {
                case CERTIFICATE -> plain("rules.kind.certificate");
                case CRL -> plain("rules.kind.crl");
                case REQUEST -> plain("rules.kind.request");
                case RESPONSE -> plain("rules.kind.response");
            };
            return new Item(
                    item.place().isEmpty() ? word : word + " (" + item.place() + ")",
                    item.about(),
                    verdict(item),
                    item.findings().stream()
                            .sorted(Comparator.comparing(Finding::severity))
                            .map(finding -> FindingRow.of(item, finding))
                            .toList(),
                    item.notes());
        }

        private static StatusMark verdict(Inspected item) {
            long errors = item.count(Severity.ERROR);
            if (errors > 0) {
                return new StatusMark(
                        "revoked", errors == 1 ? plain("rules.errors.one") : plain("rules.errors.many", errors));
            }
            return item.findings().isEmpty()
                    ? new StatusMark("valid", plain("rules.judged.nothing"))
                    : new StatusMark("soon", plain("rules.judged.remarks"));
        }
    }

    /** A profile that turns rules down. */
    public record Choice(String name, String title, boolean chosen) {
        /** Only those that judge otherwise than no profile does. */
        public static List<Choice> of(Collection<CertificateProfile> profiles, String chosen) {
            return profiles.stream()
                    .filter(profile -> !profile.lint().isEmpty())
                    .map(profile -> new Choice(
                            profile.name(),
                            profileText(profile.title()),
                            profile.name().equals(chosen)))
                    .toList();
        }
    }

    public static JudgedView of(
            Frame frame, String text, List<Choice> profiles, Optional<Inspection> inspection, String error) {
        return new JudgedView(
                frame,
                text,
                profiles,
                inspection.isPresent(),
                inspection
                        .map(found -> found.items().stream().map(Item::of).toList())
                        .orElse(List.of()),
                inspection.map(Inspection::unreadable).orElse(List.of()),
                inspection.map(Inspection::remarks).orElse(List.of()),
                error);
    }
}
