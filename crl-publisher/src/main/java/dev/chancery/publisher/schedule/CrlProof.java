package dev.chancery.publisher.schedule;

import dev.chancery.core.authority.Issuer;
import dev.chancery.publisher.publish.CrlPublication;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a start, holds the CRLs that follow from those of an earlier run against the whole ledger, while the server works
 * already. What a fault of ours left out long ago is found once per run this way, and mended at once.
 */
final class CrlProof implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CrlProof.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CrlPublication publication;
    private volatile boolean closed;
    private @Nullable Thread thread;

    CrlProof(CrlPublication publication) {
        this.publication = publication;
    }

    /** @param differs told of each CA whose next CRL has to be made from the ledger */
    synchronized void begin(List<Issuer> issuers, Consumer<Issuer> differs) {
        if (closed) {
            return;
        }
        Thread made = new Thread(() -> issuers.forEach(issuer -> prove(issuer, differs)), "crl-proof");
        made.setDaemon(true);
        thread = made;
        made.start();
    }

    private void prove(Issuer issuer, Consumer<Issuer> differs) {
        try {
            if (closed || publication.confirm(issuer, () -> closed)) {
                log.debug("The CRL of {} lists what the ledger lists", issuer.name());
                return;
            }
            log.error(
                    "The CRL of {} does not list what the ledger lists; a new one is made from the whole ledger."
                            + " Run \"chancery verify\" and keep the log: this is a fault of the program",
                    issuer.name());
            differs.accept(issuer);
        } catch (CancellationException e) {
            log.debug("Stopping: the CRL of {} is held against the ledger at the next start", issuer.name());
        } catch (IOException | RuntimeException e) {
            log.warn("The CRL of {} could not be held against the ledger", issuer.name(), e);
        }
    }

    /** Never by an interrupt, which would damage the database (SECURITY.md rule 15). */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
        }
        try {
            if (running != null) {
                running.join(PATIENCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
