package dev.chancery.core.lint;

import java.util.Optional;

/** It is shorter, and every client has to know this form. */
final class OcspResponderByKey extends BasicOcspRule {
    OcspResponderByKey() {
        super(
                "ocsp-responder-by-key",
                Severity.NOTICE,
                "RFC 5019 §2.2.2",
                "responderID",
                "The responder is named by its key.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        return basic.responderId().tag() == BasicOcsp.BY_NAME ? wrong("the responder is named by its subject") : fine();
    }
}
