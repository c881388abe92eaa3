package dev.chancery.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends whole batches to the journal's last segment, and begins a new one when it is full. */
final class SegmentWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);

    private final Path directory;
    private final JournalDisk disk;
    private final long segmentOctets;
    private JournalDisk.@Nullable Output output;
    private long length;
    private long beforeBatch;
    private final Runnable closed;

    /** @param closed told when a segment was closed */
    SegmentWriter(Path directory, JournalDisk disk, long segmentOctets, Runnable closed) {
        this.directory = directory;
        this.disk = disk;
        this.segmentOctets = segmentOctets;
        this.closed = closed;
    }

    /** Goes on where the chain ends, and cuts off what was torn after it. */
    void resume(JournalState state) throws IOException {
        if (state.tail().isEmpty()) {
            return;
        }
        Segment tail = state.tail().get();
        if (state.torn() > 0) {
            LOG.warn(
                    "{} ended with {} octets of an entry that was being written when the server stopped. It was never"
                            + " acknowledged and is cut off; record {} is the last one.",
                    tail.file(),
                    state.torn(),
                    state.head().sequence());
        }
        JournalDisk.Output opened = disk.open(tail.file(), state.tailLength());
        output = opened;
        length = state.tailLength();
        beforeBatch = length;
        opened.force();
    }

    /** @param first sequence of the batch's first record, in case it begins a new segment */
    void write(long first, ByteBuffer batch) throws IOException {
        JournalDisk.Output target = target(first);
        beforeBatch = length;
        length += batch.remaining();
        target.write(batch);
    }

    void force() throws IOException {
        if (output != null) {
            output.force();
        }
    }

    private JournalDisk.Output target(long first) throws IOException {
        JournalDisk.Output current = output;
        if (current != null && length < segmentOctets) {
            return current;
        }
        JournalDisk.Output next = disk.open(Segment.of(directory, first).file(), 0);
        disk.flushDirectory(directory);
        if (current != null) {
            current.close();
        }
        output = next;
        length = 0;
        beforeBatch = 0;
        closed.run();
        return next;
    }

    /** So that a batch that failed does not come back at the next start; where even this fails, it may. */
    void takeBack(Throwable cause) {
        if (output != null) {
            try {
                output.truncate(beforeBatch);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (output != null) {
            output.close();
        }
    }
}
