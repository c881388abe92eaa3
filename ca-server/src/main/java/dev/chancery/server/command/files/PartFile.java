package dev.chancery.server.command.files;

import dev.chancery.server.command.report.CommandFailedException;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.LongConsumer;

/** A long file while it is written: {@code FILE.part}, mode 0600. It gets its name when it is whole and on disk. */
public final class PartFile {
    private final OutputFile target;
    private final Path path;

    public PartFile(OutputFile target) {
        this.target = target;
        this.path = target.path().resolveSibling(target.path().getFileName() + ".part");
    }

    public Path path() {
        return path;
    }

    /**
     * Begins; what an earlier process left is replaced, what a living one writes is not.
     *
     * @param written is told how many octets there are
     */
    public OutputStream open(LongConsumer written) throws IOException {
        removeLeftover();
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        // Given up when the channel is closed.
        var unused = channel.tryLock();
        return new FilterOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 17)) {
            private long count;

            @Override
            public void write(int octet) throws IOException {
                out.write(octet);
                count++;
            }

            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                out.write(octets, offset, length);
                count += length;
                written.accept(count);
            }

            @Override
            public void close() throws IOException {
                try (channel) {
                    if (channel.isOpen()) {
                        flush();
                        channel.force(true);
                    }
                }
            }
        };
    }

    private void removeLeftover() throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(path, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            if (channel.tryLock() == null) {
                throw CommandFailedException.refused(
                        path + " is being written by another process. Wait for it, or choose another name.");
            }
            Files.delete(path);
        }
    }

    /** Gives the file its name. */
    public void adopt() throws IOException {
        target.take(path);
    }

    /** Where something went wrong: a part is of no use to anybody. */
    public void discard() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw CommandFailedException.refused(
                    "The file " + path + " is of no use, and cannot be deleted: " + e.getMessage());
        }
    }
}
