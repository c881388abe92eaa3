package dev.chancery.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * {@code chancery.seal}: what the database's file was when it was closed. H2 notices damage to its own structure, but not
 * to the rows that it holds, and a revocation that a flipped bit has undone must not be believed. A file that is open, or
 * was open when its process died, has no seal.
 */
record FileSeal(Path database, Path seal) {
    private static final int BLOCK = 1 << 20;

    static FileSeal in(Path directory) {
        return new FileSeal(directory.resolve("chancery.mv.db"), directory.resolve("chancery.seal"));
    }

    /**
     * Takes the seal off, since the file is about to change.
     *
     * @throws BrokenDatabaseException when the file is not the one that was sealed
     */
    void open() throws IOException {
        if (!Files.exists(seal)) {
            return;
        }
        String then = new String(Files.readAllBytes(seal), StandardCharsets.ISO_8859_1).strip();
        String now = Files.exists(database) ? fingerprint() : "missing";
        if (!then.equals(now)) {
            throw new BrokenDatabaseException(
                    database, "it was changed after it was closed (" + then + " then, " + now + " now)");
        }
        Files.delete(seal);
    }

    /**
     * After the last change; where this fails there is no seal, and the next start does without. The seal is named when it
     * is whole: half of one would have the next start believe that the database is damaged.
     */
    void close() throws IOException {
        byte[] line = (fingerprint() + "\n").getBytes(StandardCharsets.US_ASCII);
        Path unnamed = seal.resolveSibling(seal.getFileName() + ".new");
        try (FileChannel channel = PrivateFiles.open(
                unnamed, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer octets = ByteBuffer.wrap(line);
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(unnamed);
            throw e;
        }
        Files.move(unnamed, seal, StandardCopyOption.ATOMIC_MOVE);
    }

    /** CRC-32C, against accidents: several gigabytes a second, and whoever can forge it can write a new seal, too. */
    private String fingerprint() throws IOException {
        CRC32C sum = new CRC32C();
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ)) {
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
            while (channel.read(block) >= 0) {
                block.flip();
                sum.update(block);
                block.clear();
            }
            return String.format("%d octets, CRC-32C %08x", channel.size(), sum.getValue());
        }
    }
}
