package dev.chancery.server;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be looked at now and then, the server's own certificates, and what can wait until a start is over. */
final class Upkeep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private final ScheduledThreadPoolExecutor thread;
    private final ServerTls tls;
    private final Responders responders;

    /** @param afterStart runs once, in the background */
    Upkeep(ServerTls tls, Responders responders, Runnable afterStart) {
        this.tls = tls;
        this.responders = responders;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "upkeep");
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        var unusedOnce = thread.schedule(() -> quietly(afterStart), 1, TimeUnit.SECONDS);
        var unused = thread.scheduleWithFixedDelay(this::run, 1, 10, TimeUnit.MINUTES);
    }

    /** Never throws: a failure is logged and tried again at the next turn. */
    void run() {
        try {
            tls.renewIfDue();
        } catch (RuntimeException e) {
            log.error("The server's TLS certificate could not be renewed; it is tried again in 10 minutes", e);
        }
        responders.renewIfDue();
    }

    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("What was left for after the start failed; the server goes on without it", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
