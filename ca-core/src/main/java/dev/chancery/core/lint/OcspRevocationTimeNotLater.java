package dev.chancery.core.lint;

import java.util.Optional;

/** Some clients take a certificate for good until then. */
final class OcspRevocationTimeNotLater extends BasicOcspRule {
    OcspRevocationTimeNotLater() {
        super(
                "ocsp-revocation-time-not-later",
                Severity.WARNING,
                "RFC 6960 §4.2.1",
                "revocationTime",
                "A revocation was before the response was signed.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        for (OcspAnswer answer : basic.answers()) {
            if (answer.revocationTime()
                    .filter(time -> time.after(basic.producedAt()))
                    .isPresent()) {
                return wrong("a revocation is said to be after producedAt "
                        + Shown.quoted(basic.producedAt().text()));
            }
        }
        return fine();
    }
}
