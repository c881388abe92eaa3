package dev.chancery.server;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.AppendOutcome.Recorded;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/**
 * Revoked certificates by the million, for measurements of what has to list them: octets of real ones with serials of their
 * own, so that their signatures do not hold, recorded through the journal like any other.
 */
final class CopiedCertificates {
    /** Below what the journal turns away. */
    private static final int IN_FLIGHT = 2_000;

    private static final long SEED = 20_261_129;

    private final Journal journal;
    private final Clock clock;
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final AtomicLong done = new AtomicLong();

    CopiedCertificates(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** @param progress told how many events of {@code 2 * count} are recorded */
    void revoked(String issuer, List<EncodedCertificate> originals, int count, LongConsumer progress) {
        Random issued = new Random(SEED);
        for (int i = 0; i < count; i++) {
            Der copy = copy(originals.get(i % originals.size()), serial(issued));
            append(
                    new CertificateIssued(
                            issuer, copy, "tls-server", Requester.system().name(), Optional.empty(), Optional.empty()),
                    progress);
        }
        settle();
        // The same ones again, so that nobody has to remember them.
        Random revoked = new Random(SEED);
        for (int i = 0; i < count; i++) {
            append(
                    new CertificateRevoked(
                            issuer,
                            serial(revoked),
                            RevocationReason.SUPERSEDED,
                            clock.instant().truncatedTo(ChronoUnit.SECONDS),
                            Optional.empty()),
                    progress);
        }
        settle();
    }

    private static SerialNumber serial(Random random) {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        octets[0] = (byte) (octets[0] & 0x3f | 0x40);
        return new SerialNumber(new BigInteger(octets));
    }

    /** The first 16 octets that are the serial are the serial, since it stands in front of everything random. */
    static Der copy(EncodedCertificate original, SerialNumber serial) {
        byte[] octets = original.der().octets();
        byte[] old = original.serial().value().toByteArray();
        byte[] other = serial.value().toByteArray();
        int at = 0;
        while (!java.util.Arrays.equals(octets, at, at + old.length, old, 0, old.length)) {
            at++;
        }
        System.arraycopy(other, 0, octets, at, old.length);
        return Der.ofOwned(octets);
    }

    private void append(JournalEvent event, LongConsumer progress) {
        room.acquireUninterruptibly();
        rethrow();
        var unused = journal.append(Requester.system(), event).whenComplete((outcome, thrown) -> {
            note(outcome, thrown);
            progress.accept(done.incrementAndGet());
            room.release();
        });
    }

    private void note(AppendOutcome outcome, Throwable thrown) {
        if (thrown != null) {
            fault.compareAndSet(null, thrown);
        } else if (!(outcome instanceof Recorded)) {
            fault.compareAndSet(null, new IllegalStateException("a copy was not recorded: " + outcome));
        }
    }

    /** Returns when all are recorded. */
    private void settle() {
        room.acquireUninterruptibly(IN_FLIGHT);
        room.release(IN_FLIGHT);
        rethrow();
    }

    private void rethrow() {
        if (fault.get() != null) {
            throw new IllegalStateException("filling stopped after " + done + " records", fault.get());
        }
    }
}
