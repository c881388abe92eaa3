package dev.chancery.server.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Threads that share a piece of work. */
final class Crew {
    private final int threads;
    private final long total;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private volatile long began;
    private volatile long ended;
    private volatile long atNineTenths;
    private volatile Duration cpuBegan = Duration.ZERO;
    private volatile Duration cpuAtNineTenths = Duration.ZERO;
    private volatile Duration cpuEnded = Duration.ZERO;

    Crew(int threads, long total) {
        this.threads = threads;
        this.total = total;
    }

    void run(LongConsumer work, Progress progress) {
        began = System.nanoTime();
        cpuBegan = cpu();
        List<Thread> crew = Stream.generate(() -> new Thread(() -> work(work, progress)))
                .limit(threads)
                .toList();
        ConcurrentLinkedQueue<Throwable> faults = new ConcurrentLinkedQueue<>();
        crew.forEach(thread -> thread.setUncaughtExceptionHandler((failed, fault) -> faults.add(fault)));
        crew.forEach(Thread::start);
        try {
            for (Thread thread : crew) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailedException("Interrupted.", e);
        }
        ended = System.nanoTime();
        cpuEnded = cpu();
        Throwable fault = faults.peek();
        if (fault != null) {
            throw new BenchFailedException("It stopped after " + done.get() + ": " + fault.getMessage(), fault);
        }
    }

    private void work(LongConsumer work, Progress progress) {
        for (long number = next.getAndIncrement(); number < total; number = next.getAndIncrement()) {
            work.accept(number);
            long sofar = done.incrementAndGet();
            if (sofar == total - total / 10) {
                atNineTenths = System.nanoTime();
                cpuAtNineTenths = cpu();
            }
            if (sofar % 100 == 0) {
                progress.at(sofar, total);
            }
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    double perSecond() {
        return total * 1e9 / (ended - began);
    }

    double perSecondAtEnd() {
        return Math.max(1, total / 10) * 1e9 / (ended - atNineTenths);
    }

    double cpuMillis() {
        return cpuEnded.minus(cpuBegan).toNanos() / 1e6 / total;
    }

    double cpuMillisAtEnd() {
        return cpuEnded.minus(cpuAtNineTenths).toNanos() / 1e6 / Math.max(1, total / 10);
    }

    @FunctionalInterface
    interface Progress {
        void at(long done, long total);
    }
}
