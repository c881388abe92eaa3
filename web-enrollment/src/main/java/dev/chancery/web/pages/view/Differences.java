package dev.chancery.web.pages.view;

import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.core.x509.Validity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a request changes against the newest certificate that has a name in common with it. */
final class Differences {
    private static final Duration NOTHING = Duration.ofDays(1);

    private Differences() {}

    /** @param profileTitle from a profile's name to its title */
    static List<String> between(
            Grant grant,
            String requester,
            String keyLabel,
            CertificateRecord last,
            Function<String, String> profileTitle) {
        List<String> lines = new ArrayList<>();
        EncodedCertificate before = last.certificate();
        Set<String> asked = texts(grant.names());
        Set<String> had = texts(before.subjectAltNames());
        asked.stream().filter(name -> !had.contains(name)).forEach(name -> lines.add("New: " + name));
        had.stream().filter(name -> !asked.contains(name)).forEach(name -> lines.add("No longer: " + name));
        if (!last.requester().equals(requester)) {
            lines.add("For " + requester + ", before for " + last.requester());
        }
        if (!last.profile().equals(grant.profile().name())) {
            lines.add(profileTitle.apply(grant.profile().name()) + ", before " + profileTitle.apply(last.profile()));
        }
        if (!grant.subject().equals(before.subject())) {
            lines.add("Subject " + Names.text(grant.subject()) + ", before " + Names.text(before.subject()));
        }
        Duration now = length(grant.validity());
        Duration then = length(before.validity());
        if (now.minus(then).abs().compareTo(NOTHING) > 0) {
            lines.add("Valid for " + Moments.span(now) + ", before for " + Moments.span(then));
        }
        lines.add(key(grant, keyLabel, before));
        return lines;
    }

    private static String key(Grant grant, String keyLabel, EncodedCertificate before) {
        if (grant.subjectPublicKeyInfo().equals(before.subjectPublicKeyInfo())) {
            return "The same key again";
        }
        String then = KeyWords.key(before);
        return then.equals(keyLabel) ? "A new key of the same kind" : "A new key: " + keyLabel + ", before " + then;
    }

    private static Duration length(Validity validity) {
        return Duration.between(validity.notBefore(), validity.notAfter());
    }

    private static Set<String> texts(List<SubjectAltName> names) {
        Set<String> texts = new LinkedHashSet<>();
        names.forEach(name -> texts.add(name.text()));
        return texts;
    }
}
