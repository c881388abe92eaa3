package dev.chancery.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own, in memory, so that a test can fill it. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path root;
    private final Path ballast;

    private SmallDisk(Path root) {
        this.root = root;
        this.ballast = root.resolve("ballast");
    }

    static SmallDisk mount(Path directory, String size) throws IOException {
        Files.createDirectories(directory);
        Tool mounted = Tool.run(
                directory,
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + size + ",mode=0700",
                "chancery",
                directory.toString());
        if (mounted.exitCode() != 0) {
            throw new AssertionError("This test fills a small disk and must be allowed to mount one (tmpfs): run it as"
                    + " root, and in a container with the capability SYS_ADMIN (docker run --cap-add SYS_ADMIN). mount"
                    + " said: " + mounted.output());
        }
        return new SmallDisk(directory);
    }

    Path root() {
        return root;
    }

    long free() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    /** Leaves so many octets to others, rounded to blocks. */
    void fill(long left) throws IOException {
        long size = Math.max(0, free() - left) / BLOCK * BLOCK;
        byte[] block = new byte[BLOCK];
        try (var output = Files.newOutputStream(ballast)) {
            for (long written = 0; written < size; written += BLOCK) {
                output.write(block);
            }
        } catch (IOException e) {
            // Others have written, too: there is no room, which is what was wanted.
            if (free() >= BLOCK) {
                throw e;
            }
        }
    }

    void makeRoom() throws IOException {
        Files.deleteIfExists(ballast);
    }

    @Override
    public void close() {
        Tool.ok(root.getParent(), "umount", "--lazy", root.toString());
    }
}
