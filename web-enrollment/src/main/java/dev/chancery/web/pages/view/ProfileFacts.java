package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.KeyRule;
import dev.chancery.core.profile.KeyUsage;
import dev.chancery.core.profile.NameKind;
import dev.chancery.core.profile.NamesRule;
import dev.chancery.core.profile.RequesterRule;
import dev.chancery.core.profile.SignatureRule;
import dev.chancery.core.profile.SubjectAttribute;
import dev.chancery.core.profile.SubjectPart;
import dev.chancery.core.profile.SubjectRule;
import dev.chancery.core.profile.ValidityRule;
import dev.chancery.web.pages.view.ProfileView.Fact;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a profile makes, in the reader's language; in English the same as {@link
 * dev.chancery.core.profile.ProfileWords}, which the command line and the API have, and a test holds them together.
 */
public final class ProfileFacts {
    private final List<Fact> facts = new ArrayList<>();

    ProfileFacts() {}

    public static List<Fact> of(CertificateProfile profile) {
        ProfileFacts words = new ProfileFacts();
        words.identity(profile);
        words.contents(profile);
        words.facts.addAll(StatementFacts.of(profile));
        words.people(profile);
        return List.copyOf(words.facts);
    }

    private void fact(String label, String... lines) {
        facts.add(new Fact(plain("facts.label." + label), List.of(lines)));
    }

    private void identity(CertificateProfile profile) {
        fact("signedBy", signature(profile));
        fact("subject", subject(profile.subject()));
        NamesRule names = profile.names();
        if (!names.kinds().isEmpty()) {
            String all = plain("facts.names.range", names.minimum(), names.maximum(), kinds(names));
            List<String> lines = new ArrayList<>();
            lines.add(names.wildcards() ? plain("facts.names.wildcards", all) : all);
            for (NameKind kind : NameKind.values()) {
                names.counts()
                        .of(kind)
                        .ifPresent(count ->
                                lines.add(plain("facts.names.count", kind(kind), count.minimum(), count.maximum())));
            }
            fact("names", lines.toArray(String[]::new));
        }
    }

    private static String signature(CertificateProfile profile) {
        List<String> parts = new ArrayList<>();
        parts.add(plain("facts.signedBy.ca", profile.issuer()));
        profile.signature()
                .hash()
                .ifPresent(hash ->
                        parts.add(plain("facts.signedBy.over", hash.label().toUpperCase(Locale.ROOT))));
        if (profile.signature().rsa() == SignatureRule.RsaPadding.PSS) {
            parts.add(plain("facts.signedBy.pss"));
        }
        return join(parts);
    }

    /** {@code host names and IP addresses}. */
    public static String kinds(NamesRule names) {
        return names.kinds().isEmpty()
                ? plain("facts.kind.none")
                : EnumSet.copyOf(names.kinds()).stream()
                        .map(ProfileFacts::kind)
                        .reduce((left, right) -> plain("facts.and", left, right))
                        .orElseThrow();
    }

    private static String kind(NameKind kind) {
        return plain("facts.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static String subject(SubjectRule rule) {
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (rule.from()) {
                    case NAMES -> plain("facts.subject.fromNames");
                    case FIXED -> plain("facts.subject.isFixed");
                    case REQUEST ->
                        plain(
                                "facts.subject.fromRequest",
                                rule.taken().stream()
                                        .sorted()
                                        .map(SubjectAttribute::label)
                                        .collect(Collectors.joining(", ")));
                });
        if (!rule.fixed().isEmpty()) {
            parts.add(plain("facts.subject.always", rule.fixed().rfc4514()));
        }
        rule.parts().forEach(part -> part(part, parts));
        parts.add(plain(rule.required() ? "facts.subject.never" : "facts.subject.may"));
        return String.join("; ", parts);
    }

    private static void part(SubjectPart part, List<String> parts) {
        String label = part.attribute().label();
        part.value().ifPresent(value -> parts.add(plain("facts.subject.always", label + "=" + value)));
        part.pattern().ifPresent(pattern -> parts.add(plain("facts.subject.matches", label, pattern)));
        if (part.required().orElse(false)) {
            parts.add(plain("facts.subject.needed", label));
        }
    }

    private void contents(CertificateProfile profile) {
        fact("keys", keys(profile.key()));
        ValidityRule validity = profile.validity();
        List<String> parts = new ArrayList<>();
        parts.add(Moments.words(validity.standard()));
        parts.add(plain("facts.valid.most", Moments.words(validity.maximum())));
        validity.notBeyond().ifPresent(last -> parts.add(plain("facts.valid.never", last)));
        parts.add(plain("facts.valid.beginning", validity.backdating().toMinutes()));
        fact("valid", join(parts));
        fact(
                "keyUsage",
                plain(
                        "facts.keyUsage.fits",
                        join(profile.keyUsage().stream().map(KeyUsage::rfcName).toList())));
    }

    /** {@code RSA 2048 to 8192, EC P-256}. */
    public static String keys(KeyRule rule) {
        List<String> parts = new ArrayList<>();
        rule.rsa()
                .ifPresent(sizes -> parts.add(
                        sizes.minimum() == sizes.maximum()
                                ? plain("facts.keys.rsa", sizes.minimum())
                                : plain("facts.keys.rsa.range", sizes.minimum(), sizes.maximum())));
        rule.curves().stream()
                .sorted()
                .map(curve -> curve.algorithm().equals("EC") ? "EC " + curve.label() : curve.label())
                .forEach(parts::add);
        return join(parts);
    }

    private void people(CertificateProfile profile) {
        List<String> askers = new ArrayList<>();
        askers.add(
                profile.usableBy().isEmpty() ? plain("facts.asked.server") : join(new TreeSet<>(profile.usableBy())));
        if (!profile.requesters().isEmpty()) {
            askers.add(plain("facts.asked.only", requesters(profile.requesters())));
        }
        fact("asked", askers.toArray(String[]::new));
        profile.officers()
                .filter(number -> number > 1)
                .ifPresent(number -> fact("officers", plain("facts.officers.agree", number)));
        if (profile.approval() == Approval.OFFICER) {
            fact("approval", plain("facts.approval.each"));
        } else {
            fact("approval", plain(profile.usableBy().isEmpty() ? "facts.approval.nobody" : "facts.approval.outside"));
        }
    }

    private static String requesters(RequesterRule rule) {
        String users = plain("facts.asked.users", join(new TreeSet<>(rule.users())));
        String groups = plain("facts.asked.groups", join(new TreeSet<>(rule.groups())));
        if (rule.groups().isEmpty()) {
            return users;
        }
        return rule.users().isEmpty() ? groups : plain("facts.and", users, groups);
    }

    static String join(Iterable<?> parts) {
        List<String> texts = new ArrayList<>();
        parts.forEach(part -> texts.add(String.valueOf(part)));
        return String.join(", ", texts);
    }
}
