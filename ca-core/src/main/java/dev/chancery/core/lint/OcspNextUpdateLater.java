package dev.chancery.core.lint;

import java.util.Optional;

/** Such an answer is over before it begins. */
final class OcspNextUpdateLater extends BasicOcspRule {
    OcspNextUpdateLater() {
        super(
                "ocsp-next-update-later",
                Severity.ERROR,
                "RFC 6960 §2.4",
                "nextUpdate",
                "nextUpdate is after thisUpdate.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        for (OcspAnswer answer : basic.answers()) {
            if (answer.nextUpdate()
                    .filter(next -> !next.after(answer.thisUpdate()))
                    .isPresent()) {
                return wrong("nextUpdate is not after thisUpdate "
                        + Shown.quoted(answer.thisUpdate().text()));
            }
        }
        return fine();
    }
}
