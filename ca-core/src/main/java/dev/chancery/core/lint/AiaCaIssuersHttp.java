package dev.chancery.core.lint;

import java.util.Optional;

/** With https the fetch needs the very chain that it is to complete. */
final class AiaCaIssuersHttp extends CertificateRule {
    AiaCaIssuersHttp() {
        super(
                "aia-ca-issuers-http",
                Severity.ERROR,
                "RFC 5280 §4.2.2.1",
                "authorityInfoAccess",
                "caIssuers is an http address.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (AccessDescription access : certificate.standard().access()) {
            if (access.method().equals(ObjectIdentifiers.ACCESS_CA_ISSUERS)
                    && !(access.location().uri()
                            && Characters.httpAddress(access.location().text()))) {
                return wrong("the caIssuers address "
                        + Shown.quoted(access.location().text()) + " is not http://host/…");
            }
        }
        return fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
