package dev.chancery.core.lint;

import java.util.Optional;

/** There is no other, and DER leaves out what is the default. */
final class OcspVersion1 extends BasicOcspRule {
    OcspVersion1() {
        super(
                "ocsp-version-1",
                Severity.ERROR,
                "RFC 6960 §4.2.1, X.690 §11.5",
                "version",
                "The version is v1, and therefore left out.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        return basic.version().isEmpty()
                ? fine()
                : wrong("the version is written: "
                        + Asn1.integer(basic.version().get(), "version"));
    }
}
