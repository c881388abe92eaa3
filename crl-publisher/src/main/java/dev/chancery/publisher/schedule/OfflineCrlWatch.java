package dev.chancery.publisher.schedule;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.publisher.publish.PublishedCrls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private static final Duration LOOK = Duration.ofMinutes(10);

    private final IssuerRegistry issuers;
    private final PublishedCrls published;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final Countdown countdown = new Countdown();

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

    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, LOOK.toMinutes(), TimeUnit.MINUTES);
    }

    /** Says in the log what has become due since the last look, and returns it. */
    synchronized List<String> look() {
        List<String> warnings = new ArrayList<>();
        for (Issuer issuer : offline()) {
            Optional<Instant> end = published.find(issuer.name()).map(SignedCrl::nextUpdate);
            if (countdown.isNews(issuer.name(), end, clock.instant())) {
                String warning = words(issuer.name(), end);
                log.warn("{}", warning);
                warnings.add(warning);
            }
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
        return watches(ca) && Countdown.due(end, clock.instant()) > 0 ? Optional.of(words(ca, end)) : Optional.empty();
    }

    /** Whether that CA is offline. */
    public boolean watches(String ca) {
        return issuers.find(ca).filter(Issuer::offline).isPresent();
    }

    private List<Issuer> offline() {
        return issuers.all().stream().filter(Issuer::offline).toList();
    }

    private String words(String ca, Optional<Instant> end) {
        String todo = " Sign one where its key is, and upload it: ./chancery crl upload --ca " + ca
                + " FILE; or bring the key to the stopped server: ./chancery ca sign " + ca + " --key-from FILE";
        if (end.isEmpty()) {
            return "The offline CA " + ca + " has no CRL." + todo;
        }
        if (!clock.instant().isBefore(end.get())) {
            return "The CRL of the offline CA " + ca + " ended at " + end.get()
                    + "; validating servers refuse every certificate below it." + todo;
        }
        return "The CRL of the offline CA " + ca + " ends in " + Countdown.left(end.get(), clock.instant()) + ", at "
                + end.get() + "." + todo;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
