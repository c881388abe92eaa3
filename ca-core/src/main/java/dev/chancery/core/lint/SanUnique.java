package dev.chancery.core.lint;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A list built twice is the sign of a broken builder. */
final class SanUnique extends CertificateRule {
    SanUnique() {
        super("san-unique", Severity.ERROR, "RFC 5280 §4.2.1.6", "subjectAltName", "No name stands there twice.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Set<String> seen = new HashSet<>();
        for (GeneralName name : certificate.standard().namesOrNone()) {
            if (!seen.add(name.label())) {
                return wrong("subjectAltName has " + Shown.quoted(name.label()) + " twice");
            }
        }
        return fine();
    }
}
