package dev.chancery.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The real disk, counted, and made to fail on demand. */
final class FaultyDisk implements JournalDisk {
    final AtomicInteger writes = new AtomicInteger();
    final AtomicInteger forces = new AtomicInteger();
    private final JournalDisk real = JournalDisk.real();
    private volatile Fault fault = Fault.NONE;
    private volatile Runnable beforeForce = () -> {};

    enum Fault {
        NONE,
        /** Half of the octets arrive, then the disk is full. */
        HALF_A_WRITE,
        FLUSH
    }

    void fail(Fault next) {
        fault = next;
    }

    void beforeForce(Runnable action) {
        beforeForce = action;
    }

    @Override
    public Output open(Path file, long position) throws IOException {
        Output output = real.open(file, position);
        return new Output() {
            @Override
            public void write(ByteBuffer octets) throws IOException {
                writes.incrementAndGet();
                if (fault == Fault.HALF_A_WRITE) {
                    octets.limit(octets.limit() / 2);
                    output.write(octets);
                    throw new IOException("No space left on device");
                }
                output.write(octets);
            }

            @Override
            public void force() throws IOException {
                beforeForce.run();
                forces.incrementAndGet();
                if (fault == Fault.FLUSH) {
                    throw new IOException("Input/output error");
                }
                output.force();
            }

            @Override
            public void truncate(long length) throws IOException {
                output.truncate(length);
            }

            @Override
            public void close() throws IOException {
                output.close();
            }
        };
    }

    @Override
    public void flushDirectory(Path directory) throws IOException {
        real.flushDirectory(directory);
    }
}
