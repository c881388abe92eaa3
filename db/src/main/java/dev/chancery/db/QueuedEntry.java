package dev.chancery.db;

import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An entry on its way to the journal. */
final class QueuedEntry {
    /** An event and its JSON, but for its place in the chain. */
    record Part(PreparedEvent event, Der body) {}

    private final String actor;
    private final List<Part> parts;
    private final CompletableFuture<AppendOutcome> future = new CompletableFuture<>();

    QueuedEntry(String actor, List<Part> parts) {
        this.actor = actor;
        this.parts = List.copyOf(parts);
    }

    /** Tells the writer that nothing follows. */
    static QueuedEntry last() {
        return new QueuedEntry("system", List.of());
    }

    boolean isLast() {
        return parts.isEmpty();
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
