package dev.chancery.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compresses closed segments in the background, using a fifth of one core at most. */
final class Compressor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Compressor.class);

    /** Smaller ones are not worth a file's handling. */
    private static final long WORTHWHILE = 64 << 10;

    private static final int REST_FOR_WORK = 4;

    private final Path directory;
    private final SegmentPacker packer;
    private final Semaphore work = new Semaphore(1);
    private final Semaphore stop = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "journal-compressor");
    private volatile boolean closed;

    Compressor(Path directory) {
        this.directory = directory;
        this.packer = new SegmentPacker(directory, this::rest);
    }

    Compressor start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** A segment was closed. */
    void wake() {
        work.release();
    }

    private void run() {
        try {
            packer.tidy();
            while (!closed) {
                work.acquireUninterruptibly();
                work.drainPermits();
                packAll();
            }
        } catch (StoppedException e) {
            LOG.debug("Compression of a segment was given up; the next start begins it anew");
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "Closed segments of the journal stay uncompressed until the next start: {}. They are whole; this"
                            + " costs space only.",
                    e.getMessage());
        }
    }

    /** All but the last, which is being written. */
    private void packAll() throws IOException {
        List<Segment> segments = Segment.list(directory);
        for (Segment segment : segments.subList(0, Math.max(0, segments.size() - 1))) {
            if (!closed && !segment.compressed() && Files.size(segment.file()) >= WORTHWHILE) {
                packer.pack(segment);
            }
        }
    }

    private void rest(long nanos) throws IOException {
        try {
            if (stop.tryAcquire(nanos * REST_FOR_WORK, TimeUnit.NANOSECONDS)) {
                throw new StoppedException();
            }
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }

    private static final class StoppedException extends IOException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("the server is shutting down");
        }
    }

    @Override
    public void close() {
        closed = true;
        stop.release();
        work.release();
        Waiting.forEnd(thread);
    }
}
