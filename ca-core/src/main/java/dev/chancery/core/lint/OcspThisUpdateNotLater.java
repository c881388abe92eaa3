package dev.chancery.core.lint;

import java.util.Optional;

/** A status of the future is none. */
final class OcspThisUpdateNotLater extends BasicOcspRule {
    OcspThisUpdateNotLater() {
        super(
                "ocsp-this-update-not-later",
                Severity.ERROR,
                "RFC 6960 §2.4",
                "thisUpdate",
                "What a response says was true when it was signed: thisUpdate is not after producedAt.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        for (OcspAnswer answer : basic.answers()) {
            if (answer.thisUpdate().after(basic.producedAt())) {
                return wrong("thisUpdate " + Shown.quoted(answer.thisUpdate().text()) + " is after producedAt "
                        + Shown.quoted(basic.producedAt().text()));
            }
        }
        return fine();
    }
}
