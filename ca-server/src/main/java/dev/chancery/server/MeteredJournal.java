package dev.chancery.server;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Counts and times what goes into the journal; can never stop an append. */
final class MeteredJournal implements Journal {
    private final Journal journal;
    private final MeterRegistry registry;
    private final Timer durable;

    MeteredJournal(Journal journal, MeterRegistry registry) {
        this.journal = journal;
        this.registry = registry;
        this.durable = Timer.builder("chancery.journal.append")
                .description("From the call to the flush that makes the record durable")
                .publishPercentiles(0.5, 0.99)
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
    }

    @Override
    public CompletableFuture<AppendOutcome> append(Requester actor, List<JournalEvent> events) {
        Timer.Sample sample = Timer.start(registry);
        return journal.append(actor, events).whenComplete((outcome, failure) -> {
            sample.stop(durable);
            if (failure != null) {
                registry.counter("chancery.journal.failures").increment();
            } else if (outcome instanceof AppendOutcome.Recorded) {
                events.forEach(event -> registry.counter("chancery.events", "type", event.type())
                        .increment());
            }
        });
    }

    @Override
    public void read(long fromSequence, Consumer<JournalRecord> reader) {
        journal.read(fromSequence, reader);
    }

    @Override
    public long lastSequence() {
        return journal.lastSequence();
    }

    @Override
    public Optional<Instant> lastTime() {
        return journal.lastTime();
    }

    @Override
    public long nextRequestId() {
        return journal.nextRequestId();
    }
}
