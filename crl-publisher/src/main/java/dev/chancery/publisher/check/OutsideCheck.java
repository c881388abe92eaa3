package dev.chancery.publisher.check;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.publisher.check.CheckedAddress.Kind;
import dev.chancery.publisher.publish.PublishedCrls;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches each CA's CRL and certificate by the addresses that stand in certificates and keeps what it found: when the
 * listeners are open, after every publication, and now and then, sooner while something is wrong.
 *
 * <p>Everything runs in the background and is bounded in time and size. One look at a CA at a time; publications during a
 * look ask for one more, however many they are.
 */
public final class OutsideCheck implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OutsideCheck.class);
    private static final Duration WHEN_WELL = Duration.ofMinutes(10);
    private static final Duration WHEN_NOT = Duration.ofMinutes(1);

    private final IssuerRegistry issuers;
    private final PublishedCrls published;
    private final AddressCheck addresses;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor turns;
    private final ExecutorService resolvers;
    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile boolean open;

    /** @param userAgent by which the server knows its own requests */
    public OutsideCheck(IssuerRegistry issuers, PublishedCrls published, String userAgent, Clock clock) {
        this.issuers = issuers;
        this.published = published;
        this.clock = clock;
        this.resolvers = Executors.newCachedThreadPool(daemons("outside-check-names"));
        this.turns = new ScheduledThreadPoolExecutor(2, daemons("outside-check"));
        turns.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        turns.setRemoveOnCancelPolicy(true);
        this.addresses = new AddressCheck(published, resolvers, userAgent, clock);
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        };
    }

    /** Whether a look is under way, and whether one more was asked for meanwhile. */
    private enum Turn {
        NONE,
        RUNNING,
        ONE_MORE
    }

    /** What is known about one CA. */
    private static final class State {
        final AtomicReference<Turn> turn = new AtomicReference<>(Turn.NONE);
        volatile Optional<CheckReport> latest = Optional.empty();
        volatile @Nullable ScheduledFuture<?> again;
        /** The last look at each partition, by the one thread that looks. */
        final Map<Integer, PartitionLook> partitions = new ConcurrentHashMap<>();
    }

    /** The listeners accept: looks at every CA, in the background. What was published before waits for this. */
    public void open() {
        open = true;
        if (issuers.all().isEmpty()) {
            first.countDown();
        }
        issuers.all().forEach(issuer -> published(issuer.name()));
    }

    /** Something was published: looks again soon. Returns at once. */
    public void published(String issuer) {
        if (open && state(issuer).turn.getAndUpdate(OutsideCheck::asked) == Turn.NONE) {
            inBackground(() -> look(issuer));
        }
    }

    private static Turn asked(Turn before) {
        return before == Turn.NONE ? Turn.RUNNING : Turn.ONE_MORE;
    }

    /** What the last look has shown; empty before the first. */
    public Optional<CheckReport> latest(String issuer) {
        return state(issuer).latest;
    }

    /** Waits until every CA was looked at once, as long as {@code patience}; whether it was. */
    public boolean awaitFirst(Duration patience) throws InterruptedException {
        return first.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(String name) {
        State state = state(name);
        try {
            issuers.find(name).ifPresent(issuer -> keep(state, report(state, issuer)));
        } catch (RuntimeException e) {
            if (open) {
                log.error("The look at {} from outside failed", name, e);
            }
        }
        if (issuers.all().stream().allMatch(issuer -> latest(issuer.name()).isPresent())) {
            first.countDown();
        }
        if (state.turn.compareAndSet(Turn.RUNNING, Turn.NONE)) {
            again(state, name, state.latest.filter(CheckReport::unsettled).isPresent() ? WHEN_NOT : WHEN_WELL);
        } else {
            state.turn.set(Turn.RUNNING);
            inBackground(() -> look(name));
        }
    }

    private CheckReport report(State state, Issuer issuer) {
        Instant at = clock.instant();
        List<CheckedAddress> checked = new ArrayList<>();
        look(issuer, Kind.CRL, issuer.addresses().crl(), checked);
        for (int number = 1; number <= issuer.partitions(); number++) {
            checked.addAll(partition(state, issuer, number, at));
        }
        look(issuer, Kind.CA_CERTIFICATE, issuer.addresses().caIssuers(), checked);
        look(issuer, Kind.OCSP, issuer.addresses().ocsp(), checked);
        return new CheckReport(issuer.name(), at, checked);
    }

    private void look(Issuer issuer, Kind kind, List<URI> all, List<CheckedAddress> checked) {
        all.forEach(address -> checked.add(addresses.look(issuer, kind, issuer.name(), address)));
    }

    /** A look at one partition, for as long as its CRL is the same and nothing was found. */
    private record PartitionLook(
            Instant at, Optional<CrlNumber> number, List<URI> addresses, List<CheckedAddress> checked) {
        boolean stands(Instant now, PartitionLook other) {
            return number.equals(other.number)
                    && addresses.equals(other.addresses)
                    && checked.stream().noneMatch(CheckedAddress::unsettled)
                    && now.isBefore(at.plus(WHEN_WELL));
        }
    }

    /** Not all of them at each publication of one. */
    private List<CheckedAddress> partition(State state, Issuer issuer, int number, Instant now) {
        String publication = CrlPartition.publication(issuer.name(), number);
        List<URI> all = issuer.addresses().crl().stream()
                .map(full -> CrlPartition.address(full, number))
                .toList();
        Optional<CrlNumber> inForce = published.find(publication).map(SignedCrl::number);
        PartitionLook fresh = new PartitionLook(now, inForce, all, List.of());
        PartitionLook known = state.partitions.get(number);
        if (known != null && known.stands(now, fresh)) {
            return known.checked();
        }
        List<CheckedAddress> checked = all.stream()
                .map(address -> addresses.look(issuer, Kind.PARTITION, publication, address))
                .toList();
        state.partitions.put(number, new PartitionLook(now, inForce, all, checked));
        return checked;
    }

    /** Says in the log what is new, once. */
    private void keep(State state, CheckReport report) {
        if (!open) {
            return;
        }
        List<String> before = state.latest.map(CheckReport::lines).orElse(List.of());
        List<String> now = report.lines();
        tell(report, now.stream().filter(line -> !before.contains(line)).toList());
        if (now.isEmpty() && !before.isEmpty()) {
            log.info("Seen from outside, {}: all is well now", report.issuer());
        }
        state.latest = Optional.of(report);
    }

    /** Remarks that are no fault are for the page: the start has said already what its own address makes some doubt. */
    private static void tell(CheckReport report, List<String> news) {
        if (report.hasFault()) {
            news.forEach(line -> log.warn("Seen from outside, {}: {}", report.issuer(), line));
        } else if (!news.isEmpty()) {
            log.info(
                    "Seen from outside, {}: every address answers as it should; remarks on the page Authorities: {}",
                    report.issuer(),
                    news.size());
        }
    }

    private void again(State state, String name, Duration pause) {
        ScheduledFuture<?> planned = state.again;
        if (planned != null) {
            planned.cancel(false);
        }
        try {
            state.again = turns.schedule(() -> published(name), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("Stopping");
        }
    }

    private void inBackground(Runnable task) {
        try {
            turns.execute(task);
        } catch (RejectedExecutionException e) {
            log.debug("Stopping");
        }
    }

    private State state(String issuer) {
        return states.computeIfAbsent(issuer, name -> new State());
    }

    /** Ends what is under way: nothing depends on it. */
    @Override
    public void close() {
        open = false;
        turns.shutdownNow();
        resolvers.shutdownNow();
    }
}
