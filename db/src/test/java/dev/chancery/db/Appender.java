package dev.chancery.db;

import dev.chancery.core.access.Requester;
import dev.chancery.core.contract.Samples;
import dev.chancery.core.journal.AppendOutcome;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A process that appends certificates with eight threads until it is killed, and prints what was acknowledged. */
final class Appender {
    private Appender() {}

    public static void main(String[] arguments) {
        Storage storage = Stores.open(Path.of(arguments[0]));
        AtomicLong next = new AtomicLong(Long.parseLong(arguments[1]) << 32);
        for (int i = 0; i < 8; i++) {
            new Thread(() -> append(storage, next)).start();
        }
    }

    private static void append(Storage storage, AtomicLong next) {
        while (true) {
            String serial = "4f00000000000000%016x".formatted(next.incrementAndGet());
            AppendOutcome outcome = storage.journal()
                    .record(Requester.system(), Samples.certificate(serial).issued());
            System.out.println(outcome.fold(done -> done.sequence() + " " + serial + "!", Object::toString));
        }
    }
}
