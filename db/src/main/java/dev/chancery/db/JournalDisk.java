package dev.chancery.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The few things that the journal asks of a disk; tests count them and make them fail. */
interface JournalDisk {
    /** Opens for writing at {@code position}, cuts off what follows, and creates the file where it is missing. */
    Output open(Path file, long position) throws IOException;

    /** Makes a new file's name durable. */
    void flushDirectory(Path directory) throws IOException;

    /** A segment that is being written. */
    interface Output extends AutoCloseable {
        void write(ByteBuffer octets) throws IOException;

        /** On return all that was written is on disk. */
        void force() throws IOException;

        /** Takes back what was written after {@code length}. */
        void truncate(long length) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** The file system. */
    static JournalDisk real() {
        return new JournalDisk() {
            @Override
            public Output open(Path file, long position) throws IOException {
                FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                channel.truncate(position);
                channel.position(position);
                return new ChannelOutput(channel);
            }

            @Override
            public void flushDirectory(Path directory) throws IOException {
                PrivateFiles.flushDirectory(directory);
            }
        };
    }

    /** Over a channel, which only the journal's writer uses and nobody interrupts. */
    record ChannelOutput(FileChannel channel) implements Output {
        @Override
        public void write(ByteBuffer octets) throws IOException {
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
        }

        @Override
        public void force() throws IOException {
            // Data and length; the time of the last change may be late.
            channel.force(false);
        }

        @Override
        public void truncate(long length) throws IOException {
            channel.truncate(length);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
