package dev.chancery.core.lint;

import java.util.Optional;

/** With https the check needs the very thing that it checks. */
final class AiaOcspHttp extends CertificateRule {
    AiaOcspHttp() {
        super(
                "aia-ocsp-http",
                Severity.ERROR,
                "RFC 6960 §3.1, RFC 5019 §5",
                "authorityInfoAccess",
                "OCSP is an http address.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (AccessDescription access : certificate.standard().access()) {
            if (access.method().equals(ObjectIdentifiers.ACCESS_OCSP)
                    && !(access.location().uri()
                            && Characters.httpAddress(access.location().text()))) {
                return wrong(
                        "the OCSP address " + Shown.quoted(access.location().text()) + " is not http://host/…");
            }
        }
        return fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
