package dev.chancery.core.crl;

import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateLedger.RevokedEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Encodes everything that the ledger has as revoked, entry by entry, onto a sheet that nobody keeps. */
final class LedgerEntries {
    private final String issuer;
    private final CrlSpool.Sheet sheet;
    private final BooleanSupplier abandoned;
    private final EntryTally tally = new EntryTally();
    private BigInteger last = BigInteger.ZERO;

    private LedgerEntries(String issuer, CrlSpool.Sheet sheet, BooleanSupplier abandoned) {
        this.issuer = issuer;
        this.sheet = sheet;
        this.abandoned = abandoned;
    }

    /**
     * What was read.
     *
     * @param through a journal sequence: what had happened up to there is surely among them
     */
    record Read(CrlOctets entries, EntryTally tally, long through) {}

    /**
     * @param abandoned asked at each entry
     * @throws CrlFaultException when the ledger gives entries out of order
     * @throws CancellationException when it was abandoned
     */
    static Read of(
            CertificateLedger ledger,
            String issuer,
            CrlScope.Complete scope,
            Instant listedFrom,
            CrlSpool spool,
            BooleanSupplier abandoned)
            throws IOException {
        try (CrlSpool.Sheet sheet = spool.sheet()) {
            LedgerEntries reading = new LedgerEntries(issuer, sheet, abandoned);
            OptionalInt partition = scope.partition();
            long through = partition.isPresent()
                    ? ledger.revokedIn(issuer, partition.getAsInt(), listedFrom, reading::add)
                    : ledger.revoked(issuer, listedFrom, reading::add);
            return new Read(sheet.endUnkept(), reading.tally, through);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(RevokedEntry entry) {
        BigInteger serial = entry.serial().value();
        if (serial.compareTo(last) <= 0) {
            throw new CrlFaultException("The ledger of \"" + issuer + "\" is out of order: serial "
                    + serial.toString(16) + " stands after " + last.toString(16));
        }
        if (abandoned.getAsBoolean()) {
            throw new CancellationException("the ledger is not read to its end");
        }
        last = serial;
        tally.add(
                serial,
                entry.status().revokedAt().getEpochSecond(),
                entry.status().reason().code());
        try {
            sheet.write(ByteBuffer.wrap(CrlEncoder.entry(entry.serial(), entry.status())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
