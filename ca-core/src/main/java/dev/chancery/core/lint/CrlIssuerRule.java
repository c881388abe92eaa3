package dev.chancery.core.lint;

import java.util.Optional;

/** A rule that compares a CRL with the certificate of the CA that signed it. */
abstract class CrlIssuerRule extends Rule {
    CrlIssuerRule(String id, Severity severity, String citation, String field, String text) {
        super(id, severity, citation, field, text);
    }

    /** What is wrong, or empty. */
    abstract Optional<String> judge(JudgedCrl crl, JudgedCertificate issuer);
}
