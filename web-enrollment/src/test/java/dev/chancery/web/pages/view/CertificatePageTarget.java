package dev.chancery.web.pages.view;

import dev.chancery.core.fuzz.Target;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Validity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A certificate as its page shows it: whatever is broken in it, the rest is shown. */
public final class CertificatePageTarget implements Target {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Moments moments = new Moments(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);

    @Override
    public List<byte[]> seeds() {
        SampleAuthority authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
        return List.of(
                authority.issuer().certificate().der().octets(),
                authority
                        .sign("www.lab.example.com", new Validity(NOW, NOW.plus(Duration.ofDays(90))))
                        .der()
                        .octets(),
                RichCertificate.octets(authority, NOW));
    }

    @Override
    public boolean read(byte[] input) {
        EncodedCertificate certificate;
        try {
            certificate = new EncodedCertificate(Der.copyOf(input));
        } catch (IllegalArgumentException e) {
            // Its documented answer to what is no certificate.
            return false;
        }
        String shown = Decoding.of(certificate, moments)
                + Names.others(certificate)
                + Names.first(certificate)
                + Names.fingerprint(certificate)
                + Names.organisation(certificate.subject())
                + PurposeWords.of(certificate)
                + Addresses.crls(certificate)
                + Addresses.ocsp(certificate)
                + KeyWords.key(certificate)
                + KeyWords.signature(certificate);
        return !shown.isEmpty();
    }
}
