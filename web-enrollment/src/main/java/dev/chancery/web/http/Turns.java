package dev.chancery.web.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests are worked on at once, and how many may wait for their turn without a thread; more are refused at once
 * (SECURITY.md rule 23). There are fewer turns than the listener has threads, so that what needs none, such as CRLs and
 * health, always finds one. Thread-safe.
 */
public final class Turns {
    /** What bodies that have not been answered yet may hold together. */
    private static final long MOST_OCTETS = 64L << 20;

    private final int mostRunning;
    private final int mostWaiting;
    private final AtomicLong octets = new AtomicLong();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;
    private long refused;

    public Turns(int mostRunning, int mostWaiting) {
        if (mostRunning < 1 || mostWaiting < 0) {
            throw new IllegalArgumentException(
                    "at least one request runs, and none waits in a queue of " + mostWaiting + " places");
        }
        this.mostRunning = mostRunning;
        this.mostWaiting = mostWaiting;
    }

    /**
     * Runs the work now, on this thread, or later on one of the executor's.
     *
     * @return false when there is no room; the work is then never run
     */
    boolean offer(Runnable work, Executor executor) {
        Runnable turn = () -> takeTurn(work, executor);
        synchronized (this) {
            if (running >= mostRunning) {
                if (waiting.size() >= mostWaiting) {
                    refused++;
                    return false;
                }
                waiting.add(turn);
                return true;
            }
            running++;
        }
        turn.run();
        return true;
    }

    /** What a client hears who came at a bad moment. */
    static Problem refusal() {
        return Problem.of(
                        503,
                        "More requests came than this server can work on. Nothing was done; try again in a moment.")
                .with("Retry-After", "1");
    }

    /** Room for a part of a body; false when there is none. */
    boolean hold(int part) {
        if (octets.addAndGet(part) <= MOST_OCTETS) {
            return true;
        }
        octets.addAndGet(-part);
        synchronized (this) {
            refused++;
        }
        return false;
    }

    void giveBack(int part) {
        octets.addAndGet(-part);
    }

    private void takeTurn(Runnable work, Executor executor) {
        try {
            work.run();
        } finally {
            passOn(executor);
        }
    }

    /** The turn goes to whoever has waited longest. */
    private void passOn(Executor executor) {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
                return;
            }
        }
        try {
            executor.execute(next);
        } catch (RejectedExecutionException e) {
            next.run(); // no thread is free, but this one
        }
    }

    public synchronized int running() {
        return running;
    }

    public synchronized int waiting() {
        return waiting.size();
    }

    /** Since the start. */
    public synchronized long refused() {
        return refused;
    }
}
