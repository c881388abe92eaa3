package dev.chancery.core.lint;

import java.util.Optional;

/** Without it clients of the lightweight profile refuse the answer, and others keep it as they like. */
final class OcspNextUpdatePresent extends BasicOcspRule {
    OcspNextUpdatePresent() {
        super(
                "ocsp-next-update-present",
                Severity.ERROR,
                "RFC 5019 §2.2.4",
                "nextUpdate",
                "An answer says until when it may be used.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        for (OcspAnswer answer : basic.answers()) {
            if (answer.nextUpdate().isEmpty()) {
                return wrong("there is no nextUpdate");
            }
        }
        return fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
