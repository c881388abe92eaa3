package dev.chancery.core.lint;

import java.util.Optional;

/**
 * Reading is the judgement: an outline that cannot be read never reaches a rule, and the linter reports it in the
 * name of this one. What is left to look at here is that every extension value is one DER element.
 */
final class WellFormed extends CertificateRule {
    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_ELEMENTS = 20_000;

    WellFormed() {
        super(
                "well-formed",
                Severity.ERROR,
                "RFC 5280 §4.1",
                "certificate",
                "The octets are one DER element, nested at most 32 deep, with the outline of a " + "certificate.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (JudgedExtension extension : certificate.extensions()) {
            extension.value().walk(MAXIMUM_DEPTH, MAXIMUM_ELEMENTS);
        }
        return fine();
    }
}
