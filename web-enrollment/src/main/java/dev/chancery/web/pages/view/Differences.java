package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

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
        asked.stream()
                .filter(name -> !had.contains(name))
                .forEach(name -> lines.add(plain("requests.difference.new", name)));
        had.stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> lines.add(plain("requests.difference.gone", name)));
        if (!last.requester().equals(requester)) {
            lines.add(plain("requests.difference.requester", requester, last.requester()));
        }
        if (!last.profile().equals(grant.profile().name())) {
            lines.add(plain(
                    "requests.difference.profile",
                    profileTitle.apply(grant.profile().name()),
                    profileTitle.apply(last.profile())));
        }
        if (!grant.subject().equals(before.subject())) {
            lines.add(plain("requests.difference.subject", Names.text(grant.subject()), Names.text(before.subject())));
        }
        Duration now = length(grant.validity());
        Duration then = length(before.validity());
        if (now.minus(then).abs().compareTo(NOTHING) > 0) {
            lines.add(plain("requests.difference.valid", Moments.span(now), Moments.span(then)));
        }
        lines.add(key(grant, keyLabel, before));
        return lines;
    }

    private static String key(Grant grant, String keyLabel, EncodedCertificate before) {
        if (grant.subjectPublicKeyInfo().equals(before.subjectPublicKeyInfo())) {
            return plain("requests.difference.sameKey");
        }
        String then = KeyWords.key(before);
        return then.equals(keyLabel)
                ? plain("requests.difference.newKey")
                : plain("requests.difference.newKind", keyLabel, then);
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
