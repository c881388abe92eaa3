package dev.chancery.db;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a journal of many certificates straight as segments, at the speed of the disk. */
final class LargeJournal {
    private static final Instant START = Instant.parse("2026-01-02T00:00:00Z");

    private final Path directory;
    private final long segmentOctets;
    private final EventWriter events = new EventWriter(Seal.lost());
    private final CertificateTemplate template = new CertificateTemplate();
    private JournalHead head = JournalHead.BEGINNING;
    private long length;
    private @Nullable OutputStream output;

    private LargeJournal(Path directory, long segmentOctets) {
        this.directory = directory;
        this.segmentOctets = segmentOctets;
    }

    /**
     * @param settings where, and how large segments are
     * @param revokedOf100 of a hundred certificates so many are revoked, each soon after it was issued
     * @return the last record
     */
    static JournalHead write(StorageSettings settings, int certificates, int revokedOf100) throws IOException {
        PrivateFiles.createDirectory(settings.journal());
        LargeJournal journal = new LargeJournal(settings.journal(), settings.segmentOctets());
        for (int number = 0; number < certificates; number++) {
            journal.append(journal.issued(number));
            if (number % 100 < revokedOf100) {
                journal.append(journal.revoked(number));
            }
        }
        journal.close();
        return journal.head;
    }

    private JournalEvent issued(int number) {
        String requester = "user-" + number % 20;
        return new CertificateIssued(
                "issuing",
                template.certificate(number),
                "tls-server",
                requester,
                number % 3 == 0 ? Optional.of("order-" + number) : Optional.empty(),
                Optional.empty());
    }

    private JournalEvent revoked(int number) {
        return new CertificateRevoked(
                "issuing", template.serial(number), RevocationReason.SUPERSEDED, head.time(), Optional.empty());
    }

    private void append(JournalEvent event) throws IOException {
        Instant time = START.plusMillis(head.sequence());
        byte[] line = RecordLine.compose(
                head.sequence() + 1, time, events.body(Requester.system(), event), false, head.hash());
        OutputStream target = target();
        target.write(line);
        target.write('\n');
        length += line.length + 1;
        head = new JournalHead(head.sequence() + 1, time, Der.ofOwned(line).sha256());
    }

    private OutputStream target() throws IOException {
        OutputStream current = output;
        if (current == null || length >= segmentOctets) {
            close();
            length = 0;
            current = new BufferedOutputStream(
                    Files.newOutputStream(
                            Segment.of(directory, head.sequence() + 1).file()),
                    1 << 20);
            output = current;
        }
        return current;
    }

    private void close() throws IOException {
        if (output != null) {
            output.close();
        }
    }
}
