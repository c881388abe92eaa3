package dev.chancery.publisher.schedule;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.AuthorityOfflineException;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.publisher.publish.CrlPublication;
import dev.chancery.publisher.publish.PublishedCrls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when each CA's CRL is due. One thread publishes, so CRLs of one CA never overtake each other.
 *
 * <p>After a revocation the next CRL follows in the next clock second at the latest, if the settings do not say otherwise: a
 * CRL's Last-Modified has seconds, so one second never sees two of them, and revocations within it share one. A failed publication is tried again after 1, 2,
 * 4, … 60 seconds.
 */
public final class CrlSchedule implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CrlSchedule.class);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** So long a start waits for CRLs that follow those it serves already. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final IssuerRegistry issuers;
    private final CrlSettings settings;
    private final CrlPublication publication;
    private final PublishedCrls published;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread;
    private final CrlProof proof;
    private final Map<String, State> states = new ConcurrentHashMap<>();

    public CrlSchedule(
            IssuerRegistry issuers,
            CrlSettings settings,
            CrlPublication publication,
            PublishedCrls published,
            Clock clock) {
        this.issuers = issuers;
        this.settings = settings;
        this.publication = publication;
        this.published = published;
        this.clock = clock;
        this.proof = new CrlProof(publication);
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "crl-schedule");
            made.setDaemon(true);
            return made;
        });
        this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** What is known about one CA's publications. */
    private static final class State {
        volatile Instant lastPublished = Instant.EPOCH;
        volatile boolean dirty;
        final AtomicInteger failures = new AtomicInteger();
        volatile Optional<String> lastFailure = Optional.empty();
    }

    /**
     * Publishes a new CRL of every CA and then keeps the schedule; a CA that fails now is tried again later. Waits for the
     * first CRL of a CA that has no good one, however long that takes; for others a moment, since theirs are served already.
     */
    public void start() {
        publication.tidy();
        List<Issuer> all = issuers.all();
        List<Issuer> resumed = all.stream()
                .filter(issuer ->
                        publication.resume(issuer, plan(issuer).delta().isPresent()))
                .toList();
        CompletableFuture<Void> first = attempts(
                all.stream().filter(issuer -> !resumed.contains(issuer)).toList());
        CompletableFuture<Void> next = attempts(resumed);
        first.join();
        wait(next);
        var unusedProof = next.thenRun(() -> proof.begin(resumed, this::differs));
        var unused = thread.scheduleWithFixedDelay(
                this::publishWhatIsDue, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<Void> attempts(List<Issuer> some) {
        return CompletableFuture.allOf(some.stream()
                .map(issuer -> CompletableFuture.runAsync(() -> attempt(issuer.name(), Due.FULL), thread))
                .toArray(CompletableFuture[]::new));
    }

    private static void wait(CompletableFuture<Void> next) {
        try {
            next.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.info("CRLs of the last run are served; the new ones follow");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a publication ended where it never should", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void differs(Issuer issuer) {
        state(issuer.name()).dirty = true;
        runAfter(Duration.ZERO, issuer.name());
    }

    /** A certificate of this CA was revoked or released; its CRL follows within a second, if the settings do not differ. */
    public void statusChanged(String issuer) {
        State state = state(issuer);
        CrlPlan plan = settings.plan(issuer);
        if (state.dirty || plan.onRevocation() == OnRevocation.NOTHING) {
            return;
        }
        state.dirty = true;
        runAfter(untilFree(state, plan), issuer);
    }

    /**
     * Publishes now because somebody asked, or in the next clock second when this one has a CRL already.
     *
     * @return empty for an unknown CA
     * @throws dev.chancery.core.authority.AuthorityOfflineException when its key is elsewhere
     */
    public Optional<SignedCrl> publishNow(Requester actor, String issuer) {
        Optional<Issuer> found = issuers.find(issuer);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get().offline()) {
            throw new AuthorityOfflineException(issuer);
        }
        CompletableFuture<SignedCrl> done = new CompletableFuture<>();
        var unused = thread.schedule(
                () -> complete(done, actor, found.get()),
                untilFree(state(issuer), SHORTEST_PAUSE).toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return Optional.of(done.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Why the last publication of a CA failed; empty when it succeeded. */
    public Optional<String> lastFailure(String issuer) {
        return state(issuer).lastFailure;
    }

    private void complete(CompletableFuture<SignedCrl> done, Requester actor, Issuer issuer) {
        try {
            done.complete(publish(actor, issuer, Due.FULL));
        } catch (RuntimeException e) {
            failed(issuer.name(), e);
            done.completeExceptionally(e);
        }
    }

    private void publishWhatIsDue() {
        Instant now = clock.instant();
        for (Issuer issuer : issuers.all()) {
            Due due = Due.at(
                    now,
                    plan(issuer),
                    published.find(issuer.name()),
                    published.find(CrlScope.Delta.publicationOf(issuer.name())));
            if (due != Due.NOTHING && state(issuer.name()).failures.get() == 0) {
                attempt(issuer.name(), due);
            }
        }
    }

    private void attempt(String name, Due what) {
        // The CRL of an offline CA is signed elsewhere and uploaded.
        issuers.find(name).filter(issuer -> !issuer.offline()).ifPresent(issuer -> {
            try {
                publish(Requester.system(), issuer, what);
            } catch (RuntimeException e) {
                failed(name, e);
            }
        });
    }

    private SignedCrl publish(Requester actor, Issuer issuer, Due what) {
        State state = state(issuer.name());
        CrlPlan plan = plan(issuer);
        // Cleared first: a revocation that arrives while this CRL is being made asks for another one.
        state.dirty = false;
        SignedCrl crl = what == Due.DELTA
                ? publication.publishDelta(actor, issuer, plan.delta().orElseThrow())
                : publication.publish(actor, issuer, plan.full(), plan.delta());
        state.lastPublished = clock.instant();
        state.failures.set(0);
        state.lastFailure = Optional.empty();
        return crl;
    }

    private void failed(String name, RuntimeException e) {
        State state = state(name);
        int failures = state.failures.incrementAndGet();
        state.dirty = true;
        state.lastFailure = Optional.of(String.valueOf(e.getMessage()));
        Duration pause = Duration.ofSeconds(1L << Math.min(failures - 1, 6));
        Duration wait = pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause;
        log.error(
                "The CRL of {} could not be published; the one before stays in force, next try in {} s",
                name,
                wait.toSeconds(),
                e);
        runAfter(wait, name);
    }

    private void runAfter(Duration wait, String issuer) {
        try {
            var unused = thread.schedule(
                    () -> {
                        if (state(issuer).dirty) {
                            attempt(issuer, afterRevocation(issuer));
                        }
                    },
                    wait.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.info("Stopping: the CRL of {} follows at the next start", issuer);
        }
    }

    /** What was asked for and failed is a full one: a delta may have failed for want of its base. */
    private Due afterRevocation(String issuer) {
        return settings.plan(issuer).onRevocation() == OnRevocation.DELTA
                        && state(issuer).failures.get() == 0
                ? Due.DELTA
                : Due.FULL;
    }

    private CrlPlan plan(Issuer issuer) {
        return settings.plan(issuer.name());
    }

    /** Revocations within the digest after a CRL share the next one; at the shortest that is the rest of its second. */
    private Duration untilFree(State state, CrlPlan plan) {
        return untilFree(state, plan.digest());
    }

    private Duration untilFree(State state, Duration pause) {
        Instant free = state.lastPublished.truncatedTo(ChronoUnit.SECONDS).plus(pause);
        Duration wait = Duration.between(clock.instant(), free);
        // A clock that was set back must not postpone a revocation.
        return wait.isNegative() || wait.compareTo(pause) > 0 ? Duration.ZERO : wait;
    }

    private State state(String issuer) {
        return states.computeIfAbsent(issuer, name -> new State());
    }

    /** The names of CAs whose last publication failed. */
    public List<String> failing() {
        return issuers.all().stream()
                .map(Issuer::name)
                .filter(name -> state(name).failures.get() > 0)
                .toList();
    }

    /** Lets a CRL that is being published finish; revocations still waiting for theirs get it first. */
    @Override
    public void close() {
        proof.close();
        // Not shutdownNow: an interrupt inside the database would damage it (SECURITY.md rule 15).
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("A CRL publication did not end within 10 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        states.forEach((name, state) -> {
            if (state.dirty) {
                attempt(name, afterRevocation(name));
            }
        });
    }
}
