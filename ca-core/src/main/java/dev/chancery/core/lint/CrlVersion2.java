package dev.chancery.core.lint;

import java.util.Optional;

/** Extensions, and with them the number, exist in v2 only. */
final class CrlVersion2 extends CrlRule {
    CrlVersion2() {
        super("crl-version-2", Severity.ERROR, "RFC 5280 §5.1.2.1", "version", "The version is v2.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.fields()
                                .version()
                                .map(version -> Asn1.integer(version, "version").intValue())
                                .orElse(0)
                        == 1
                ? fine()
                : wrong("the version is not v2 (1)");
    }
}
