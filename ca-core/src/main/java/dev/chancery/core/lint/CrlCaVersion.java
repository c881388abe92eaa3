package dev.chancery.core.lint;

import java.util.Optional;

/** Windows tells the keys of a CA apart by it. */
final class CrlCaVersion extends CrlRule {
    CrlCaVersion() {
        super(
                "crl-ca-version",
                Severity.ERROR,
                "MS-CSRA §3.1.4.1.6",
                "caVersion",
                "CA Version is an INTEGER that is not negative.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.extension(ObjectIdentifiers.MICROSOFT_CA_VERSION)
                        .filter(extension ->
                                Asn1.integer(extension.value(), "CA Version").signum() < 0)
                        .isPresent()
                ? wrong("CA Version is negative")
                : fine();
    }
}
