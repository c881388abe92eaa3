package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An entry on its way to the journal. */
final class QueuedEntry {
    /** An event and its JSON, but for its place in the chain. */
    record Part(PreparedEvent event, Der body) {}

    private enum Kind {
        EVENTS,
        LAST
    }

    private final Kind kind;
    private final String actor;
    private final List<Part> parts;
    private final CompletableFuture<AppendOutcome> future = new CompletableFuture<>();

    QueuedEntry(String actor, List<Part> parts) {
        this(Kind.EVENTS, actor, parts);
    }

    private QueuedEntry(Kind kind, String actor, List<Part> parts) {
        this.kind = kind;
        this.actor = actor;
        this.parts = List.copyOf(parts);
    }

    /** Tells the writer that nothing follows. */
    static QueuedEntry last() {
        return new QueuedEntry(Kind.LAST, "system", List.of());
    }

    boolean isLast() {
        return kind == Kind.LAST;
    }

    /** Serials of the certificates that it revokes, holds or releases. */
    List<SerialNumber> changed() {
        List<SerialNumber> serials = new ArrayList<>(1);
        for (Part part : parts) {
            JournalEvent event = part.event().event();
            if (event instanceof CertificateRevoked revoked) {
                serials.add(revoked.serial());
            } else if (event instanceof HoldReleased released) {
                serials.add(released.serial());
            }
        }
        return serials;
    }

    String actor() {
        return actor;
    }

    List<Part> parts() {
        return parts;
    }

    CompletableFuture<AppendOutcome> future() {
        return future;
    }
}
