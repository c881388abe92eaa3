package dev.chancery.core.crl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;

/** Sheets that are files. */
record FileSpool(Path directory) implements CrlSpool {
    private static final int STAGE = 1 << 18;
    /** Longer parts go straight to the file. */
    private static final int LONG_PART = 1 << 15;

    @Override
    public Sheet sheet() throws IOException {
        Path file = Files.createTempFile(
                directory,
                ".crl",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new FileSheet(file, FileChannel.open(file, StandardOpenOption.WRITE));
    }

    /** Collects short parts, so that a write is not spent on each entry. */
    private static final class FileSheet implements Sheet {
        private final Path file;
        private final FileChannel channel;
        private final ByteBuffer stage = ByteBuffer.allocateDirect(STAGE);
        private boolean kept;

        FileSheet(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        @Override
        public void write(ByteBuffer octets) throws IOException {
            if (octets.remaining() > stage.remaining()) {
                flush();
            }
            if (octets.remaining() < LONG_PART) {
                stage.put(octets);
            } else {
                flush();
                drain(octets);
            }
        }

        private void flush() throws IOException {
            drain(stage.flip());
            stage.clear();
        }

        private void drain(ByteBuffer octets) throws IOException {
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
        }

        @Override
        public Written end() throws IOException {
            flush();
            CrlOctets octets = CrlOctets.mapped(file);
            kept = true;
            return new Written(octets, CompletableFuture.runAsync(() -> force(octets)));
        }

        private void force(CrlOctets octets) {
            try (channel) {
                channel.force(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            // Somebody will ask for it; now it costs nobody's time.
            var unused = octets.sha256();
        }

        @Override
        public CrlOctets endUnkept() throws IOException {
            flush();
            channel.close();
            // The file goes when this closes; what is mapped stays until nobody holds it.
            return CrlOctets.mapped(file).withoutFile();
        }

        @Override
        public void close() throws IOException {
            if (!kept) {
                channel.close();
                Files.deleteIfExists(file);
            }
        }
    }
}
