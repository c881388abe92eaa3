package dev.chancery.core.crl;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Where a CRL is written before it is published. */
public interface CrlSpool {
    /** Something to write on, from the beginning. */
    Sheet sheet() throws IOException;

    /** Closing it without an end throws away what was written. */
    interface Sheet extends Closeable {
        void write(ByteBuffer octets) throws IOException;

        /** What was written: a CRL. Nothing can be written any more. */
        Written end() throws IOException;

        /** What was written, for this process alone: gone with it. */
        CrlOctets endUnkept() throws IOException;
    }

    /**
     * A CRL that can be read.
     *
     * @param flushed ends when it is on disk, while others read it already; or with an {@link java.io.UncheckedIOException}
     */
    record Written(CrlOctets octets, CompletableFuture<Void> flushed) {}

    /** Files in this directory, readable by their owner alone; it must be the file system of the published ones. */
    static CrlSpool in(Path directory) {
        return new FileSpool(directory);
    }
}
