package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.io.ByteArrayInputStream;
import java.security.NoSuchProviderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What the JDK's own parser makes of a certificate. It is the second opinion: it shares no code with the library that
 * builds, nor with {@link CertificateFields}.
 *
 * @param complaint why there is no certificate; empty when there is one
 */
record JdkReading(Optional<X509Certificate> certificate, String complaint) {
    static JdkReading of(Der der) {
        try {
            // By name: whatever other provider is installed, it is SUN that reads.
            CertificateFactory factory = CertificateFactory.getInstance("X.509", "SUN");
            X509Certificate certificate =
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der.unsafeOctets()));
            return new JdkReading(Optional.of(certificate), "");
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("this Java runtime has no SUN provider, which judges certificates", e);
        } catch (CertificateException | RuntimeException e) {
            return new JdkReading(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }
}
