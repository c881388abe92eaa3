package dev.chancery.publisher.schedule;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.publisher.publish.PublishedCrls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns before the CRL of an offline CA ends, since only people can make the next one: 30, 14, 7 and 1 days before, and
 * when it has ended. Each is said once in the log; {@link #remarks} says the present one to whoever asks.
 */
public final class OfflineCrlWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OfflineCrlWatch.class);

    /** Soonest last. */
    private static final List<Duration> WARNINGS =
            List.of(Duration.ofDays(30), Duration.ofDays(14), Duration.ofDays(7), Duration.ofDays(1), Duration.ZERO);

    private static final Duration LOOK = Duration.ofMinutes(10);

    private final IssuerRegistry issuers;
    private final PublishedCrls published;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final Map<String, Said> said = new HashMap<>();

    public OfflineCrlWatch(IssuerRegistry issuers, PublishedCrls published, Clock clock) {
        this.issuers = issuers;
        this.published = published;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "offline-crls");
            made.setDaemon(true);
            return made;
        });
    }

    /** The last warning about one CRL. */
    private record Said(Optional<Instant> nextUpdate, int warnings) {}

    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, LOOK.toMinutes(), TimeUnit.MINUTES);
    }

    /** Says in the log what has become due since the last look, and returns it. */
    synchronized List<String> look() {
        List<String> warnings = new ArrayList<>();
        for (Issuer issuer : offline()) {
            Optional<Instant> end = published.find(issuer.name()).map(SignedCrl::nextUpdate);
            int due = due(end);
            Said before = said.getOrDefault(issuer.name(), new Said(end, 0));
            int already = before.nextUpdate().equals(end) ? before.warnings() : 0;
            if (due > already) {
                String warning = words(issuer.name(), end);
                log.warn("{}", warning);
                warnings.add(warning);
            }
            said.put(issuer.name(), new Said(end, Math.max(due, already)));
        }
        return warnings;
    }

    /** What is to be done about the CRLs of offline CAs; empty while each lasts for more than 30 days. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (Issuer issuer : offline()) {
            remark(issuer.name()).ifPresent(remarks::add);
        }
        return remarks;
    }

    /** About one CA; empty when it is not offline, or when there is nothing to be done yet. */
    public Optional<String> remark(String ca) {
        Optional<Instant> end = published.find(ca).map(SignedCrl::nextUpdate);
        return watches(ca) && due(end) > 0 ? Optional.of(words(ca, end)) : Optional.empty();
    }

    /** Whether that CA is offline. */
    public boolean watches(String ca) {
        return issuers.find(ca).filter(Issuer::offline).isPresent();
    }

    private List<Issuer> offline() {
        return issuers.all().stream().filter(Issuer::offline).toList();
    }

    /** How many warnings are due by now. */
    private int due(Optional<Instant> end) {
        Instant now = clock.instant();
        return (int) WARNINGS.stream()
                .filter(before -> end.map(at -> !now.isBefore(at.minus(before))).orElse(true))
                .count();
    }

    private String words(String ca, Optional<Instant> end) {
        String todo = " Sign one where its key is, and upload it: ./chancery crl upload --ca " + ca + " FILE";
        if (end.isEmpty()) {
            return "The offline CA " + ca + " has no CRL." + todo;
        }
        Duration left = Duration.between(clock.instant(), end.get());
        if (left.isNegative() || left.isZero()) {
            return "The CRL of the offline CA " + ca + " ended at " + end.get()
                    + "; validating servers refuse every certificate below it." + todo;
        }
        String time = left.toDays() > 1 ? left.toDays() + " days" : Math.max(1, left.toHours()) + " hours";
        return "The CRL of the offline CA " + ca + " ends in " + time + ", at " + end.get() + "." + todo;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
