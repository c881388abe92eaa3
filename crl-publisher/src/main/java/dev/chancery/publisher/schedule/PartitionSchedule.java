package dev.chancery.publisher.schedule;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.publisher.publish.PartitionPublication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when the CRL of each partition is due, by the same plan as the full CRL of its CA. A revocation makes that of its
 * own partition anew, and no other; a change of the CA's addresses makes all of them anew, since each names its own.
 *
 * <p>On a thread of its own: many short CRLs and one long one do not wait for each other's turn here.
 */
public final class PartitionSchedule implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PartitionSchedule.class);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final IssuerRegistry issuers;
    private final CrlSettings settings;
    private final PartitionPublication publication;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread;
    private final Map<Partition, State> states = new ConcurrentHashMap<>();

    public PartitionSchedule(
            IssuerRegistry issuers, CrlSettings settings, PartitionPublication publication, Clock clock) {
        this.issuers = issuers;
        this.settings = settings;
        this.publication = publication;
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "crl-partitions");
            made.setDaemon(true);
            return made;
        });
        this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private record Partition(String ca, int number) {
        @Override
        public String toString() {
            return CrlPartition.publication(ca, number);
        }
    }

    /** What is known about one partition's publications. */
    private static final class State {
        volatile Instant lastPublished = Instant.EPOCH;
        volatile boolean dirty;
        volatile int failures;
        volatile Optional<String> lastFailure = Optional.empty();
    }

    /**
     * Publishes a new CRL of every partition and then keeps the schedule. Waits for those that have none in force; the
     * others follow, since theirs are served already.
     */
    public void start() {
        List<Partition> all =
                issuers.all().stream().flatMap(issuer -> of(issuer).stream()).toList();
        all.forEach(partition ->
                issuers.find(partition.ca()).ifPresent(issuer -> publication.resume(issuer, partition.number())));
        Predicate<Partition> good = partition -> crl(partition)
                .filter(crl -> crl.nextUpdate().isAfter(clock.instant()))
                .isPresent();
        List<CompletableFuture<Void>> first =
                all.stream().filter(good.negate()).map(this::attempting).toList();
        var unusedNext = all.stream().filter(good).map(this::attempting).toList();
        CompletableFuture.allOf(first.toArray(CompletableFuture[]::new)).join();
        var unused = thread.scheduleWithFixedDelay(
                this::publishWhatIsDue, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<Void> attempting(Partition partition) {
        return CompletableFuture.runAsync(() -> attempt(partition, Requester.system()), thread);
    }

    private static List<Partition> of(Issuer issuer) {
        return IntStream.rangeClosed(1, issuer.partitions())
                .mapToObj(number -> new Partition(issuer.name(), number))
                .toList();
    }

    private Optional<SignedCrl> crl(Partition partition) {
        return issuers.find(partition.ca()).flatMap(issuer -> publication.find(issuer, partition.number()));
    }

    /** A certificate was revoked or released; the CRL of its partition follows within a second, if the settings do not differ. */
    public void statusChanged(CertificateRecord certificate) {
        certificate.partition().ifPresent(number -> statusChanged(new Partition(certificate.issuer(), number)));
    }

    private void statusChanged(Partition partition) {
        State state = state(partition);
        if (state.dirty || settings.plan(partition.ca()).onRevocation() == OnRevocation.NOTHING) {
            return;
        }
        state.dirty = true;
        runAfter(untilFree(state, settings.plan(partition.ca()).digest()), partition, Requester.system());
    }

    /** Somebody asked for a new list of the CA; those of its partitions follow within a second. Returns at once. */
    public void publishSoon(Requester actor, String ca) {
        issuers.find(ca)
                .ifPresent(issuer -> of(issuer).forEach(partition -> {
                    State state = state(partition);
                    state.dirty = true;
                    runAfter(untilFree(state, Duration.ofSeconds(1)), partition, actor);
                }));
    }

    private void publishWhatIsDue() {
        Instant now = clock.instant();
        for (Issuer issuer : issuers.all()) {
            for (Partition partition : of(issuer)) {
                boolean due = publication
                        .find(issuer, partition.number())
                        .map(crl -> !now.isBefore(crl.nextPublish())
                                || !PartitionPublication.namesItsAddresses(crl, issuer, partition.number()))
                        .orElse(true);
                if (due && state(partition).failures == 0) {
                    attempt(partition, Requester.system());
                }
            }
        }
    }

    private void attempt(Partition partition, Requester actor) {
        State state = state(partition);
        try {
            // Cleared first: a revocation that arrives while this CRL is being made asks for another one.
            state.dirty = false;
            issuers.find(partition.ca())
                    .ifPresent(issuer -> publication.publish(
                            actor,
                            issuer,
                            partition.number(),
                            settings.plan(partition.ca()).full()));
            state.lastPublished = clock.instant();
            state.failures = 0;
            state.lastFailure = Optional.empty();
        } catch (RuntimeException e) {
            failed(partition, state, e);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only this class's one thread fails
    private void failed(Partition partition, State state, RuntimeException e) {
        state.failures++;
        state.dirty = true;
        state.lastFailure = Optional.of(String.valueOf(e.getMessage()));
        Duration pause = Duration.ofSeconds(1L << Math.min(state.failures - 1, 6));
        Duration wait = pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause;
        log.error(
                "The CRL {} could not be published; the one before stays in force, next try in {} s",
                partition,
                wait.toSeconds(),
                e);
        runAfter(wait, partition, Requester.system());
    }

    private void runAfter(Duration wait, Partition partition, Requester actor) {
        try {
            var unused = thread.schedule(
                    () -> {
                        if (state(partition).dirty) {
                            attempt(partition, actor);
                        }
                    },
                    wait.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.info("Stopping: the CRL {} follows at the next start", partition);
        }
    }

    /** The rest of the second at the shortest: Last-Modified tells two CRLs of one second not apart. */
    private Duration untilFree(State state, Duration pause) {
        Instant free = state.lastPublished.truncatedTo(ChronoUnit.SECONDS).plus(pause);
        Duration wait = Duration.between(clock.instant(), free);
        // A clock that was set back must not postpone a revocation.
        return wait.isNegative() || wait.compareTo(pause) > 0 ? Duration.ZERO : wait;
    }

    private State state(Partition partition) {
        return states.computeIfAbsent(partition, fresh -> new State());
    }

    /** Why the last publications of a CA's partitions failed, one line for each that did. */
    public List<String> failures(String ca) {
        List<String> failures = new ArrayList<>();
        issuers.find(ca)
                .ifPresent(issuer -> of(issuer)
                        .forEach(partition -> state(partition)
                                .lastFailure
                                .ifPresent(why -> failures.add("partition " + partition.number() + ": " + why))));
        return failures;
    }

    /** Lets a CRL that is being published finish; revocations still waiting for theirs get it first. */
    @Override
    public void close() {
        // Not shutdownNow: an interrupt inside the database would damage it (SECURITY.md rule 15).
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("A CRL publication did not end within 10 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        states.forEach((partition, state) -> {
            if (state.dirty) {
                attempt(partition, Requester.system());
            }
        });
    }
}
