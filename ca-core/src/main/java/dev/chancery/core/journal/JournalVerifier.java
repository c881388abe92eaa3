package dev.chancery.core.journal;

import dev.chancery.core.x509.Der;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal from its first record and derives everything from it again, trusting no index: the chain is whole, time
 * never runs backwards, and every event was possible when it was recorded.
 *
 * <p>Give it the records in order, by {@link #accept} ({@code journal.read(1, verifier::accept)}), then ask for the
 * {@link #fault}. That each record hashes to its own {@code hash} is for the store to check, which knows its form on disk.
 */
public final class JournalVerifier {
    private static final Der BEGINNING = Der.ofOwned(new byte[32]);

    private final SignatureChecks signatures;
    private final CertificateHistory certificates;
    private final CrlHistory crls = new CrlHistory();
    private final AuthorityHistory authorities = new AuthorityHistory();
    private final RequestHistory requests = new RequestHistory();
    private final GroupHistory groups = new GroupHistory();
    private final ProfileRecords profiles = new ProfileRecords();
    private long records;
    private Der lastHash = BEGINNING;
    private Instant lastTime = Instant.EPOCH;
    private @Nullable Fault fault;

    /**
     * The first thing that is wrong.
     *
     * @param sequence the record where it shows
     */
    public record Fault(long sequence, String words) {
        @Override
        public String toString() {
            return "record " + sequence + ": " + words;
        }
    }

    /** What was read up to the fault, or to the end; a signature that is wrong may come to light some records later. */
    public record Tally(long records, long authorities, long certificates, long revoked, long crls) {}

    /** Checks each signature while the next record waits. */
    public JournalVerifier() {
        this(Runnable::run);
    }

    /** @param executor checks signatures, which take most of the time, while the next records are read */
    public JournalVerifier(Executor executor) {
        this.signatures = new SignatureChecks(executor);
        this.certificates = new CertificateHistory(signatures);
    }

    /** The next record. After a fault nothing more is looked at. */
    public void accept(JournalRecord next) {
        if (fault != null || signatures.fault().isPresent()) {
            return;
        }
        Optional<String> wrong = chain(next).or(() -> event(next));
        if (wrong.isPresent()) {
            fault = new Fault(next.sequence(), wrong.get());
            return;
        }
        records++;
        lastHash = next.hash();
        lastTime = next.time();
    }

    /** Empty when nothing is wrong with what was read. */
    public Optional<Fault> fault() {
        // A signature that was still being checked belongs to a record at or before the one that failed otherwise.
        return signatures.finish().or(() -> Optional.ofNullable(fault));
    }

    public Tally tally() {
        return new Tally(
                records, certificates.authorities(), certificates.issued(), certificates.revoked(), crls.signed());
    }

    private Optional<String> chain(JournalRecord next) {
        if (next.sequence() != records + 1) {
            return Optional.of("a record is missing: " + next.sequence() + " follows " + records);
        }
        if (!next.previous().equals(lastHash)) {
            return Optional.of("the chain is broken: it continues a record with the hash "
                    + next.previous().hex() + ", but the record before it has " + lastHash.hex());
        }
        return next.time().isBefore(lastTime)
                ? Optional.of("time runs backwards: " + next.time() + " after " + lastTime)
                : Optional.empty();
    }

    private Optional<String> event(JournalRecord next) {
        try {
            return certificates
                    .wrong(next)
                    .or(() -> crls.wrong(next, certificates::isAuthority))
                    .or(() -> authorities.wrong(next.event(), certificates::isAuthority))
                    .or(() -> requests.wrong(next.event()))
                    .or(() -> groups.wrong(next.event()))
                    .or(() -> profiles.wrong(next.event()));
        } catch (IllegalArgumentException e) {
            return Optional.of("its event " + next.event().type() + " cannot be read: " + e.getMessage());
        }
    }
}
