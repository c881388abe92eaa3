package dev.chancery.core.lint;

import java.util.Optional;

/** A rule that compares a signed answer with the CA whose certificates it is about. */
abstract class OcspIssuerRule extends Rule {
    OcspIssuerRule(String id, Severity severity, String citation, String field, String text) {
        super(id, severity, citation, field, text);
    }

    /** What is wrong, or empty. */
    abstract Optional<String> judge(BasicOcsp basic, JudgedCertificate issuer);
}
