package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.ledger.CertificateLedger.RevokedEntry;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Copied certificates, for measurements,")
class CopiedCertificatesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final MemoryStores stores = new MemoryStores(new TestClock(NOW));
    private final EncodedCertificate original = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW)
            .sign("web.example.com", new Validity(NOW, NOW.plus(Duration.ofDays(90))));

    @Test
    @DisplayName("differ from the original in their serials alone")
    void serial() {
        SerialNumber other = SerialNumber.parse("5a".repeat(16));
        EncodedCertificate copy = new EncodedCertificate(CopiedCertificates.copy(original, other));

        assertThat(copy.serial()).isEqualTo(other);
        assertThat(copy.der().hex())
                .isEqualTo(original.der().hex().replace(original.serial().hex(), other.hex()));
    }

    @Test
    @DisplayName("are recorded as issued and as revoked, each once")
    void recorded() {
        List<Long> progress = new ArrayList<>();
        new CopiedCertificates(stores.journal(), new TestClock(NOW))
                .revoked("issuing", List.of(original), 50, progress::add);

        List<RevokedEntry> revoked = new ArrayList<>();
        stores.ledger().revoked("issuing", NOW, revoked::add);
        assertThat(revoked).hasSize(50);
        assertThat(revoked).extracting(RevokedEntry::serial).doesNotHaveDuplicates();
        assertThat(progress).contains(100L);
    }
}
