package dev.chancery.publisher.target;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings files to one target on a thread of its own. Of each file only the newest waits. What is not taken is tried again
 * after 1, 2, 4, … 300 seconds.
 */
final class Delivery implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final String name;
    private final Target target;
    private final Clock clock;
    private final Thread thread;
    private final Map<String, PublishedFile> waiting = new LinkedHashMap<>();
    private boolean stopped;
    private Optional<Instant> lastSuccess = Optional.empty();
    private Optional<Instant> failingSince = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private long failures;

    Delivery(String name, Target target, Clock clock) {
        this.name = name;
        this.target = target;
        this.clock = clock;
        this.thread = new Thread(this::run, "target-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    synchronized void add(PublishedFile file) {
        waiting.put(file.name(), file);
        notifyAll();
    }

    synchronized TargetStatus status() {
        return new TargetStatus(name, target.where(), lastSuccess, failingSince, failure, waiting.size(), failures);
    }

    private void run() {
        int inARow = 0;
        try {
            while (true) {
                PublishedFile next = next();
                try {
                    target.put(next);
                    done(next);
                    inARow = 0;
                } catch (TargetException e) {
                    failed(next, e.why());
                    pause(Duration.ofSeconds(1L << Math.min(inARow++, 9)));
                } catch (RuntimeException e) {
                    log.error("Publication to {} failed unexpectedly", name, e);
                    failed(next, "an error of this server: " + e.getClass().getSimpleName());
                    pause(LONGEST_PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized PublishedFile next() throws InterruptedException {
        while (waiting.isEmpty() && !stopped) {
            wait();
        }
        if (stopped) {
            throw new InterruptedException();
        }
        return waiting.values().iterator().next();
    }

    private synchronized void done(PublishedFile file) {
        // A newer one may have come meanwhile.
        waiting.remove(file.name(), file);
        lastSuccess = Optional.of(clock.instant());
        if (failingSince.isPresent()) {
            log.info("Publication to {} works again: it took {}", name, file.name());
        }
        failingSince = Optional.empty();
        failure = Optional.empty();
    }

    private synchronized void failed(PublishedFile file, String why) {
        if (stopped) {
            return;
        }
        failures++;
        if (!failure.equals(Optional.of(why))) {
            log.warn("Publication to {} ({}) failed and is tried again: {}", name, target.where(), why);
        }
        failingSince = failingSince.or(() -> Optional.of(clock.instant()));
        failure = Optional.of(why);
        // To the end: one file that is refused must not keep the others.
        if (waiting.remove(file.name(), file)) {
            waiting.put(file.name(), file);
        }
    }

    private synchronized void pause(Duration wanted) throws InterruptedException {
        Duration pause = wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted;
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toMillis(); left > 0 && !stopped; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        thread.interrupt();
    }
}
