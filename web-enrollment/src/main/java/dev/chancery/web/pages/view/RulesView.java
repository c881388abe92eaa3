package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.inspection.Kind;
import dev.chancery.core.inspection.RuleBook;
import dev.chancery.core.lint.Rule;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.RuleWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What certificates, CRLs, requests and OCSP responses are judged by.
 *
 * @param total how many rules there are
 * @param filters ways to see a part of them, with counts
 * @param rows those that are shown
 */
public record RulesView(Frame frame, int total, List<Filter> filters, List<Row> rows) {
    public RulesView {
        filters = List.copyOf(filters);
        rows = List.copyOf(rows);
    }

    public record Filter(String label, String path, boolean current, long count) {}

    /**
     * One rule.
     *
     * @param elsewhere its weight for certificates of others, where that is less; else empty
     * @param turnedDown the profiles that turn it down, each with its reason
     */
    public record Row(
            String name,
            String about,
            StatusMark severity,
            String elsewhere,
            String text,
            String field,
            String citation,
            List<String> turnedDown) {
        public Row {
            turnedDown = List.copyOf(turnedDown);
        }

        static Row of(RuleBook.Entry entry, List<CertificateProfile> profiles) {
            Rule rule = entry.rule();
            String elsewhere = rule.elsewhere() == rule.severity()
                    ? ""
                    : rule.elsewhere().name().toLowerCase(Locale.ROOT);
            return new Row(
                    rule.id(),
                    plain("rules.of." + entry.kind().name().toLowerCase(Locale.ROOT)),
                    FindingRow.mark(rule.severity()),
                    elsewhere,
                    rule.text(),
                    rule.field(),
                    rule.citation(),
                    reasons(rule, profiles));
        }
    }

    private static List<String> reasons(Rule rule, List<CertificateProfile> profiles) {
        List<String> texts = new ArrayList<>();
        for (CertificateProfile profile : profiles) {
            profile.lint().stream()
                    .filter(turned -> turned.rule().equals(rule.id()))
                    .forEach(turned -> texts.add(plain(
                            turned.severity() == RuleWeight.OFF
                                    ? "rules.turned.off"
                                    : turned.severity() == RuleWeight.NOTICE
                                            ? "rules.turned.notice"
                                            : "rules.turned.warning",
                            profile.name(),
                            turned.reason())));
        }
        return texts;
    }

    /**
     * @param chosen the kind to show; empty for all
     * @param profiles those that may turn rules down
     */
    public static RulesView of(
            Frame frame, List<RuleBook.Entry> all, Optional<Kind> chosen, List<CertificateProfile> profiles) {
        List<Filter> filters = new ArrayList<>();
        filters.add(new Filter(plain("rules.all"), "/rules", chosen.isEmpty(), all.size()));
        for (Kind kind : Kind.values()) {
            filters.add(new Filter(
                    plain("rules.about." + kind.name().toLowerCase(Locale.ROOT)),
                    "/rules?kind=" + kind.name().toLowerCase(Locale.ROOT),
                    chosen.equals(Optional.of(kind)),
                    all.stream().filter(entry -> entry.kind() == kind).count()));
        }
        List<Row> rows = all.stream()
                .filter(entry -> chosen.map(kind -> kind == entry.kind()).orElse(true))
                .map(entry -> Row.of(entry, profiles))
                .toList();
        return new RulesView(frame, all.size(), filters, rows);
    }
}
