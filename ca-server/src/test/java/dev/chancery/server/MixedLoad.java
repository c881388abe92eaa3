package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Clients that issue with and without an idempotency key, revoke, hold, release and publish, until the server is gone.
 * A key that was not answered, or was refused, is asked for again from the next server.
 */
final class MixedLoad {
    private final String csr;
    private final long seed;
    private final int clients;
    private final AtomicLong names = new AtomicLong();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    MixedLoad(String csr, long seed, int clients) {
        this.csr = csr;
        this.seed = seed;
        this.clients = clients;
    }

    /** What a test does to a server under load. */
    @FunctionalInterface
    interface Blow {
        void fall() throws Exception;
    }

    /** Works until the blow has fallen; then every client has come back. A wrong answer to any of them fails. */
    void until(ApiCaller api, Blow blow) throws Exception {
        AtomicReference<Throwable> wrong = new AtomicReference<>();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        for (int i = 0; i < clients; i++) {
            Random random = new Random(seed + names.incrementAndGet());
            boolean publisher = i == 0;
            threads.execute(() -> {
                try {
                    while (!over.get()) {
                        step(api, random, publisher);
                    }
                } catch (IOException e) {
                    // The server is gone, or about to be: not acknowledged, so nothing to remember.
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (Throwable e) {
                    wrong.compareAndSet(null, e);
                }
            });
        }
        try {
            blow.fall();
        } finally {
            over.set(true);
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(120, TimeUnit.SECONDS))
                .as("every client got an answer or a broken connection")
                .isTrue();
        assertThat(wrong.get()).as("an answer that no client should get").isNull();
    }

    /** Requests that were cut off are sent again with their keys; they must not issue twice. */
    void askAgain(ApiCaller api) throws IOException, InterruptedException {
        for (String key = unanswered.poll(); key != null; key = unanswered.poll()) {
            assertThat(api.issue(csr, Optional.of(key))).as("key " + key).isPresent();
        }
    }

    private void step(ApiCaller api, Random random, boolean publisher) throws IOException, InterruptedException {
        if (publisher && random.nextInt(4) == 0) {
            api.publish();
            return;
        }
        Optional<String> serial = random.nextInt(3) == 0 ? issueWithKey(api, random) : api.issue(csr, Optional.empty());
        if (serial.isEmpty()) {
            return;
        }
        int what = random.nextInt(10);
        if (what < 2) {
            api.revoke(serial.get(), random.nextBoolean() ? "superseded" : "affiliationChanged");
        } else if (what < 4 && api.revoke(serial.get(), "certificateHold")) {
            int next = random.nextInt(4);
            if (next < 2) {
                api.release(serial.get());
            } else if (next == 2) {
                api.revoke(serial.get(), "cessationOfOperation");
            }
        }
    }

    private Optional<String> issueWithKey(ApiCaller api, Random random) throws IOException, InterruptedException {
        String key = "k" + seed + "-" + Long.toHexString(random.nextLong());
        unanswered.add(key);
        Optional<String> serial = api.issue(csr, Optional.of(key));
        if (serial.isPresent()) {
            unanswered.remove(key);
        }
        return serial;
    }
}
