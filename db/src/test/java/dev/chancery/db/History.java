package dev.chancery.db;

import dev.chancery.core.contract.EveryEvent;
import dev.chancery.core.contract.Samples;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.journal.JournalEvent.Decision;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.Validity;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A short history in which everything is really signed, as the core's verifier demands. */
final class History {
    private final Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    private final SampleAuthority authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, now);

    List<JournalEvent> signed() {
        EncodedCertificate first = sign("one.lab.test");
        EncodedCertificate second = sign("two.lab.test");
        return List.of(
                new AuthorityAdded(
                        "issuing",
                        authority.issuer().certificate().der(),
                        List.of(),
                        "keys/issuing.p12",
                        0,
                        URI.create("http://pki.lab.test")),
                new AccountSaved(EveryEvent.account("alice"), "added"),
                issued(first, Optional.of("k")),
                issued(second, Optional.empty()),
                Samples.request(1),
                new CertificateRevoked("issuing", first.serial(), RevocationReason.SUPERSEDED, now, Optional.empty()),
                new CrlSigned(
                        "issuing",
                        "issuing",
                        BigInteger.ONE,
                        now,
                        now.plusSeconds(3600),
                        1,
                        Der.fromHex("00").sha256()),
                new Decision("server-stopped", "chancery", ""));
    }

    private EncodedCertificate sign(String name) {
        return authority.sign(name, new Validity(now, now.plus(Duration.ofDays(90))));
    }

    private static CertificateIssued issued(EncodedCertificate certificate, Optional<String> key) {
        return new CertificateIssued("issuing", certificate.der(), "server", "alice", key, Optional.empty());
    }
}
