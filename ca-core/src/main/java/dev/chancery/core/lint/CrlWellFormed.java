package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/**
 * Reading is the judgement, as for certificates. What is left to look at here is that every extension value is one
 * DER element.
 */
final class CrlWellFormed extends CrlRule {
    private static final int MAXIMUM_DEPTH = 32;

    CrlWellFormed() {
        super(
                "crl-well-formed",
                Severity.ERROR,
                "RFC 5280 §5.1",
                "certificateList",
                "The octets are one DER element, nested at most 32 deep, with the outline of a CRL.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        for (JudgedExtension extension : crl.extensions()) {
            DerCursor.walk(
                    extension.octets().content(),
                    MAXIMUM_DEPTH,
                    extension.octets().contentLength());
        }
        return fine();
    }
}
