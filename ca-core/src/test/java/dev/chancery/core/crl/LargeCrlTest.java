package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Requester;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A long CRL")
final class LargeCrlTest {
    private static final int ROUNDS = 5;

    @TempDir
    Path directory;

    @Test
    @DisplayName("of ten thousand entries is made from the ledger, and the next from the one before it")
    void tenThousand() throws Exception {
        assertThat(measure(10_000).octets()).isGreaterThan(10_000 * 48L);
    }

    @Test
    @Tag("long")
    @DisplayName("costs in proportion to its length, from ten thousand to ten million entries")
    void grows() throws Exception {
        measure(10_000);
        System.out.println("entries     octets        from the ledger  with one change  CPU       heap in use");
        for (int entries = 10_000; entries <= 10_000_000; entries *= 10) {
            System.out.println(measure(entries));
        }
    }

    /** Milliseconds; the best of some rounds for the CRL with one change. */
    private record Cost(int entries, long octets, double fromLedger, double next, double cpu, long heap) {
        @Override
        public String toString() {
            return String.format(
                    "%,10d  %,13d  %12.1f ms  %12.1f ms  %6.1f ms  %,d KiB",
                    entries, octets, fromLedger, next, cpu, heap / 1024);
        }
    }

    private Cost measure(int entries) throws IOException {
        CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);
        CertificateLedger ledger = new LongLedger(fixture.stores.ledger(), entries).port();
        CrlIssuer crls = new CrlIssuer(
                ledger, fixture.stores.crlArchive(), fixture.stores.journal(), CrlSpool.in(directory), fixture.clock);
        long began = System.nanoTime();
        SignedCrl crl = issue(crls, fixture, Optional.empty());
        double fromLedger = millis(System.nanoTime() - began);
        assertThat(crl.entries()).isEqualTo(entries);
        double best = Double.MAX_VALUE;
        double cpu = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            EncodedCertificate revoked = fixture.revoked(Duration.ofDays(100), RevocationReason.KEY_COMPROMISE);
            long cpuBefore = cpu();
            began = System.nanoTime();
            SignedCrl next = issue(crls, fixture, Optional.of(crl));
            best = Math.min(best, millis(System.nanoTime() - began));
            cpu = Math.min(cpu, millis(cpu() - cpuBefore));
            assertThat(next.entries()).isEqualTo(crl.entries() + 1);
            crl.octets().discard();
            crl = next;
            assertThat(revoked.serial().hex()).isNotEmpty();
        }
        crl.octets().discard();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Cost(entries, crl.octets().length(), fromLedger, best, cpu, heap);
    }

    private static SignedCrl issue(CrlIssuer crls, CrlFixture fixture, Optional<SignedCrl> before) {
        return crls.issue(
                Requester.system(), fixture.authority.issuer(), new CrlScope.Full(), CrlTerms.standard(), before);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
