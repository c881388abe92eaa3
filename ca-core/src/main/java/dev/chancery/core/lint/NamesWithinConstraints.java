package dev.chancery.core.lint;

import java.util.Optional;

/** Verifiers refuse the certificate; what is worse, those that do not look accept it. */
final class NamesWithinConstraints extends IssuerRule {
    NamesWithinConstraints() {
        super(
                "names-within-issuers-constraints",
                Severity.ERROR,
                "RFC 5280 §4.2.1.10",
                "subjectAltName",
                "Every name lies within what the issuer may name.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Signer signer) {
        return NameConstraints.of(signer.certificate()).flatMap(constraints -> {
            if (certificate.ca() && certificate.selfIssued()) {
                return fine();
            }
            return constraints
                    .firstOutside(certificate.subject(), certificate.standard().namesOrNone())
                    .map(name -> name + " lies outside of the name constraints of the issuer");
        });
    }
}
