package dev.chancery.core.lint;

import java.util.Optional;

/** No others are defined for this extension. */
final class AiaKnownMethods extends CertificateRule {
    AiaKnownMethods() {
        super(
                "aia-known-methods",
                Severity.ERROR,
                "RFC 5280 §4.2.2.1",
                "authorityInfoAccess",
                "The access methods are caIssuers and OCSP.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (AccessDescription access : certificate.standard().access()) {
            if (!access.method().equals(ObjectIdentifiers.ACCESS_CA_ISSUERS)
                    && !access.method().equals(ObjectIdentifiers.ACCESS_OCSP)) {
                return wrong("authorityInfoAccess has the unknown method " + access.method());
            }
        }
        return fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
