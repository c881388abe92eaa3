package dev.chancery.core.lint;

import java.util.Optional;

/** A rule that compares a certificate with the one that issued it; a root is its own issuer. */
abstract class IssuerRule extends Rule {
    IssuerRule(String id, Severity severity, String citation, String field, String text) {
        super(id, severity, citation, field, text);
    }

    /** What is wrong, or empty. */
    abstract Optional<String> judge(JudgedCertificate certificate, Signer signer);
}
