package dev.chancery.core.lint;

import java.util.Optional;

/** DER has one encoding per set of bits. */
final class NamedBitsTrimmed extends CertificateRule {
    NamedBitsTrimmed() {
        super(
                "der-named-bits-trimmed",
                Severity.ERROR,
                "X.690 §11.2.2",
                "keyUsage",
                "A list of named bits has no zero bits at its end.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.standard().keyUsage().map(KeyUsageBits::trimmed).orElse(true)
                ? fine()
                : wrong("the keyUsage BIT STRING ends with zero bits");
    }
}
