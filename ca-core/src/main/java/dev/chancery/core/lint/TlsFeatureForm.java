package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.math.BigInteger;
import java.util.Optional;

/** Servers and clients know must-staple, and nothing else. */
final class TlsFeatureForm extends CertificateRule {
    TlsFeatureForm() {
        super(
                "tls-feature-form",
                Severity.ERROR,
                "RFC 7633 §4.1",
                "tlsFeature",
                "The TLS feature extension lists numbers of TLS extensions, status_request (5) among them.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<DerCursor> value =
                certificate.extension(ObjectIdentifiers.TLS_FEATURE).map(JudgedExtension::value);
        if (value.isEmpty()) {
            return fine();
        }
        boolean staple = false;
        for (DerCursor feature : Asn1.sequence(value.get(), "TLS features")) {
            BigInteger number = Asn1.integer(feature, "a TLS feature");
            if (number.signum() < 0 || number.bitLength() > 16) {
                return wrong("no TLS extension has the number " + number);
            }
            staple = staple || number.intValue() == 5;
        }
        return staple ? fine() : wrong("the TLS feature extension does not list status_request (5)");
    }
}
