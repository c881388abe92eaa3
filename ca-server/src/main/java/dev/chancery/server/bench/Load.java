package dev.chancery.server.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Sends requests over a number of keep-alive connections for a time, each as soon as its last was answered or by a clock. */
final class Load {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int DIGITS = 3;

    /** At a fixed rate, what is sent in this time does not count: the connections open all at once, behind what went before. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final URI server;
    private final SSLContext tls;
    private final int connections;
    private final List<byte[]> requests;
    private final int expected;

    /** @param expected the status of a good answer; any other counts as a failure */
    Load(URI server, SSLContext tls, int connections, List<byte[]> requests, int expected) {
        this.server = server;
        this.tls = tls;
        this.connections = connections;
        this.requests = List.copyOf(requests);
        this.expected = expected;
    }

    /** The same over fewer connections, or more. */
    Load with(int otherConnections) {
        return new Load(server, tls, otherConnections, requests, expected);
    }

    /** @param latencies in microseconds */
    record Result(long good, long failed, int lastFailure, double seconds, Histogram latencies) {
        double perSecond() {
            return good / seconds;
        }

        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /** As fast as the answers come. */
    Result closed(Duration time) {
        return run(time, 0, Duration.ZERO);
    }

    /**
     * At a fixed rate, whether or not the server keeps up: a late answer makes the ones that wait behind it late as well,
     * as it would for people. It begins two seconds before the time that counts.
     */
    Result open(Duration time, double perSecond) {
        return run(time, perSecond, SETTLING);
    }

    private Result run(Duration time, double perSecond, Duration settling) {
        List<Client> clients = new ArrayList<>();
        Shared shared = new Shared(time, perSecond, settling);
        try {
            for (int i = 0; i < connections; i++) {
                clients.add(new Client(Wire.open(server, tls), i, shared));
            }
            shared.begin();
            clients.forEach(Thread::start);
            for (Client client : clients) {
                client.join();
            }
        } catch (IOException e) {
            throw new BenchFailedException("The server at " + server + " cannot be reached: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailedException("Interrupted.", e);
        } finally {
            clients.forEach(client -> client.wire.close());
        }
        return shared.result(clients);
    }

    /** What the connections of one run have in common. */
    private final class Shared {
        private final Duration time;
        private final double perSecond;
        private final Duration settling;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicLong failed = new AtomicLong();
        private final AtomicInteger lastFailure = new AtomicInteger();
        private final AtomicReference<@Nullable IOException> broken = new AtomicReference<>();
        private volatile long began;

        Shared(Duration time, double perSecond, Duration settling) {
            this.time = time;
            this.perSecond = perSecond;
            this.settling = settling;
        }

        void begin() {
            began = System.nanoTime();
        }

        boolean over() {
            return System.nanoTime() - counted() > time.toNanos() || broken.get() != null;
        }

        /** When the time that counts begins. */
        long counted() {
            return began + settling.toNanos();
        }

        byte[] request() {
            return requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
        }

        Result result(List<Client> clients) {
            double seconds = (System.nanoTime() - counted()) / 1e9;
            IOException trouble = broken.get();
            if (trouble != null) {
                throw new BenchFailedException(
                        "A connection to " + server + " broke while it was measured: " + trouble.getMessage(), trouble);
            }
            Histogram all = new Histogram(LONGEST_MICROS, DIGITS);
            clients.forEach(client -> all.add(client.latencies));
            return new Result(all.getTotalCount(), failed.get(), lastFailure.get(), seconds, all);
        }
    }

    private final class Client extends Thread {
        private final Wire wire;
        private final int number;
        private final Shared shared;
        private final Histogram latencies = new Histogram(LONGEST_MICROS, DIGITS);

        Client(Wire wire, int number, Shared shared) {
            super("load-" + number);
            this.wire = wire;
            this.number = number;
            this.shared = shared;
        }

        @Override
        public void run() {
            try {
                for (long turn = 0; !shared.over(); turn++) {
                    once(turn);
                }
            } catch (IOException e) {
                shared.broken.compareAndSet(null, e);
            }
        }

        private void once(long turn) throws IOException {
            long due = due(turn);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long from = shared.perSecond > 0 ? due : System.nanoTime();
            int status = wire.exchange(shared.request());
            if (status == expected && from >= shared.counted()) {
                long micros = (System.nanoTime() - from) / 1000;
                latencies.recordValue(Math.min(LONGEST_MICROS, micros));
            } else if (status != expected) {
                shared.failed.incrementAndGet();
                shared.lastFailure.set(status);
            }
        }

        private long due(long turn) {
            if (shared.perSecond <= 0) {
                return shared.began;
            }
            double nanosBetween = 1e9 * connections / shared.perSecond;
            return shared.began + (long) (nanosBetween * (turn + (double) number / connections));
        }
    }
}
