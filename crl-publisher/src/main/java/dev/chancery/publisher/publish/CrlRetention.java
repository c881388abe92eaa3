package dev.chancery.publisher.publish;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlDisposal;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.lint.CrlContent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the files of earlier CRLs when they are old enough, or when all of one list take too much room, oldest first. What
 * the journal has about them stays. Never deleted are the CRL in force, and full ones that are the base of a delta CRL
 * that has not ended.
 */
public final class CrlRetention implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CrlRetention.class);
    private static final long EVERY_MINUTES = 60;
    private static final long STOP_SECONDS = 10;

    private final IssuerRegistry issuers;
    private final PublishedCrls published;
    private final CrlDirectory directory;
    private final CrlDisposal disposal;
    private final ArchiveSettings settings;
    private final Clock clock;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, "crl-archive");
        made.setDaemon(true);
        return made;
    });

    public CrlRetention(
            IssuerRegistry issuers,
            PublishedCrls published,
            CrlDirectory directory,
            CrlDisposal disposal,
            ArchiveSettings settings,
            Clock clock) {
        this.issuers = issuers;
        this.published = published;
        this.directory = directory;
        this.disposal = disposal;
        this.settings = settings;
        this.clock = clock;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::sweepOnce, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    /** Looks after each publication, since long CRLs soon take much room; one look serves all that wait for it. */
    public void published(SignedCrl crl) {
        if (waiting.compareAndSet(false, true)) {
            try {
                thread.execute(this::sweepOnce);
            } catch (RejectedExecutionException e) {
                log.debug("Stopping: CRL {} of {} starts no look at the archive", crl.number(), crl.publication());
            }
        }
    }

    private void sweepOnce() {
        waiting.set(false);
        try {
            sweep();
        } catch (RuntimeException e) {
            log.warn("The archive of CRLs could not be looked through; it is tried again within the hour", e);
        }
    }

    /** Deletes what is due now. */
    void sweep() {
        for (Issuer issuer : issuers.all()) {
            String ca = issuer.name();
            String delta = CrlScope.Delta.publicationOf(ca);
            published.find(ca).ifPresent(inForce -> sweep(inForce, bases(delta)));
            published.find(delta).ifPresent(inForce -> sweep(inForce, Set.of()));
            for (int number = 1; number <= issuer.partitions(); number++) {
                published.find(CrlPartition.publication(ca, number)).ifPresent(inForce -> sweep(inForce, Set.of()));
            }
        }
    }

    private void sweep(SignedCrl inForce, Set<CrlNumber> needed) {
        List<CrlDirectory.ArchivedFile> files = directory.archivedFiles(inForce.publication());
        Instant oldest = clock.instant().minus(settings.keep());
        long octets =
                files.stream().mapToLong(CrlDirectory.ArchivedFile::octets).sum();
        List<CrlNumber> old = new ArrayList<>();
        List<CrlNumber> tooMuch = new ArrayList<>();
        for (CrlDirectory.ArchivedFile file : files) {
            if (file.number().compareTo(inForce.number()) >= 0 || needed.contains(file.number())) {
                continue;
            }
            if (file.written().isBefore(oldest)) {
                old.add(file.number());
            } else if (octets > settings.octets()) {
                tooMuch.add(file.number());
            } else {
                break;
            }
            octets -= file.octets();
        }
        delete(inForce, old, "published before " + oldest + ", crl.archive.keep");
        delete(inForce, tooMuch, "all together above " + settings.megabytes() + " MB, crl.archive.megabytes");
    }

    private void delete(SignedCrl inForce, List<CrlNumber> numbers, String why) {
        if (numbers.isEmpty()) {
            return;
        }
        disposal.record(inForce.issuer(), inForce.scope().sequence(inForce.issuer()), numbers, why);
        numbers.forEach(number -> directory.deleteArchived(inForce.publication(), number));
        log.info(
                "Deleted {} files of earlier CRLs of {}, up to number {} ({})",
                numbers.size(),
                inForce.publication(),
                numbers.get(numbers.size() - 1),
                why);
    }

    /** Of delta CRLs that somebody may still go by. */
    private Set<CrlNumber> bases(String delta) {
        Set<CrlNumber> bases = new HashSet<>();
        List<CrlDirectory.ArchivedFile> deltas = directory.archivedFiles(delta);
        for (int i = deltas.size() - 1; i >= 0; i--) {
            Optional<CrlContent> content = directory
                    .archived(delta, deltas.get(i).number())
                    .map(CrlOctets::buffer)
                    .map(CrlContent::read);
            if (content.flatMap(CrlContent::nextUpdate)
                    .filter(end -> end.isAfter(clock.instant()))
                    .isEmpty()) {
                break;
            }
            content.flatMap(CrlContent::deltaBase).map(CrlNumber::new).ifPresent(bases::add);
        }
        published
                .find(delta)
                .map(SignedCrl::scope)
                .filter(CrlScope.Delta.class::isInstance)
                .map(scope -> ((CrlScope.Delta) scope).base())
                .ifPresent(bases::add);
        return bases;
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("A look through the archive of CRLs did not end within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
