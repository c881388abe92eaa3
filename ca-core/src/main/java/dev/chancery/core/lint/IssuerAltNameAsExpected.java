package dev.chancery.core.lint;

import java.util.Set;

/** Some software shows them in place of the issuer's name. */
final class IssuerAltNameAsExpected extends StatedRule {
    IssuerAltNameAsExpected() {
        super(
                "issuer-alt-name-as-expected",
                "RFC 5280 §4.2.1.7",
                "issuerAltName",
                "The names of issuerAltName are those of the profile.");
    }

    @Override
    Set<String> stated(Particulars particulars) {
        return particulars.issuerNames();
    }

    @Override
    Set<String> found(JudgedCertificate certificate) {
        return StatedFurther.issuerNames(certificate);
    }
}
