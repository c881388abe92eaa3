package dev.chancery.db;

/** Waits for our own threads to the end, whoever interrupts: a thread inside H2 must not be left behind. */
final class Waiting {
    private Waiting() {}

    static void forEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
