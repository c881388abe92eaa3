package dev.chancery.core.lint;

import java.util.Optional;

/** Many verifiers find the issuer by comparing octets; UTF8String for PrintableString breaks the chain there. */
final class IssuerNameCopied extends IssuerRule {
    IssuerNameCopied() {
        super(
                "issuer-name-copied",
                Severity.ERROR,
                "RFC 5280 §4.1.2.4",
                "issuer",
                "The issuer name is a byte-identical copy of the CA's subject, string types included.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Signer signer) {
        return certificate.issuer().der().equals(signer.certificate().subject().der())
                ? fine()
                : wrong("the issuer name " + certificate.issuer().der().hex() + " is not the CA's subject "
                        + signer.certificate().subject().der().hex());
    }
}
