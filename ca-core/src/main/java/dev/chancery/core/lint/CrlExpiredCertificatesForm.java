package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** It says since when expired certificates stay on the list. */
final class CrlExpiredCertificatesForm extends CrlRule {
    CrlExpiredCertificatesForm() {
        super(
                "crl-expired-certificates-form",
                Severity.ERROR,
                "X.509 §9.5.2.8",
                "expiredCertsOnCRL",
                "expiredCertsOnCRL is a GeneralizedTime, Zulu with seconds.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        Optional<DerCursor> value =
                crl.extension(ObjectIdentifiers.EXPIRED_CERTS_ON_CRL).map(JudgedExtension::value);
        return value.isPresent()
                        && (value.get().tag() != Asn1.GENERALIZED_TIME
                                || EncodedTime.read(value.get(), "expiredCertsOnCRL")
                                        .instant()
                                        .isEmpty())
                ? wrong("expiredCertsOnCRL is no GeneralizedTime, Zulu with seconds")
                : fine();
    }
}
