package dev.chancery.core.lint;

import java.util.Optional;

/** Clients then build the chain even where a server forgot to send it. */
final class AiaCaIssuersPresent extends CertificateRule {
    AiaCaIssuersPresent() {
        super(
                "aia-ca-issuers-present",
                Severity.NOTICE,
                "RFC 5280 §4.2.2.1",
                "authorityInfoAccess",
                "A certificate that is not self-signed says where the certificate of its issuer is.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.selfIssued() || certificate.standard().accesses(ObjectIdentifiers.ACCESS_CA_ISSUERS)
                ? fine()
                : wrong("authorityInfoAccess has no caIssuers");
    }
}
