package dev.chancery.server.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts restored files in place, and moves aside what stood there; nothing is deleted.
 *
 * <p>A data directory that was not there, or empty, is one rename. Otherwise the plan is written into the data directory
 * first, as {@code restore.pending}; while it stands there no server starts, and each step can be taken again, so that
 * after a crash {@link #resume} completes it.
 *
 * @param staged where the restored files are
 * @param aside where old ones go; made when the first one does
 * @param old relative names that move aside
 * @param restored relative names that take their place
 */
record Placement(Path data, Path staged, Path aside, List<String> old, List<String> restored) {
    private static final String PENDING = "restore.pending";

    Placement {
        old = List.copyOf(old);
        restored = List.copyOf(restored);
    }

    /** Whether a placement was cut short. */
    static boolean isPending(Path data) {
        return Files.exists(data.resolve(PENDING));
    }

    /** For a data directory that is not there, or empty: afterwards it is what was staged. */
    static void whole(StagedFiles staged, Path data) throws IOException {
        StagedFiles.flush(staged.root());
        Files.move(staged.root(), data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        flushFolder(data);
    }

    void run() throws IOException {
        if (old.isEmpty() && restored.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(staged.toString(), aside.toString()));
        old.forEach(name -> lines.add("old " + name));
        restored.forEach(name -> lines.add("restored " + name));
        writePlan(String.join("\n", lines) + "\n");
        steps();
    }

    /** Completes what was cut short; empty when there was nothing. */
    static Optional<Placement> resume(Path data) throws IOException {
        if (!isPending(data)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(data.resolve(PENDING));
        if (lines.size() < 2) {
            throw new BackupRefusedException("The file " + data.resolve(PENDING)
                    + " is no plan of a restore. Delete it," + " and restore again.");
        }
        Placement cutShort = new Placement(
                data, Path.of(lines.get(0)), Path.of(lines.get(1)), named("old ", lines), named("restored ", lines));
        cutShort.steps();
        return Optional.of(cutShort);
    }

    private static List<String> named(String kind, List<String> lines) {
        return lines.stream()
                .skip(2)
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()))
                .toList();
    }

    private void steps() throws IOException {
        for (String name : old) {
            // Where it is aside already, what stands in its place is the restored one.
            if (!Files.exists(aside.resolve(name)) && Files.exists(data.resolve(name))) {
                move(data.resolve(name), aside.resolve(name));
            }
        }
        for (String name : restored) {
            if (Files.exists(staged.resolve(name))) {
                move(staged.resolve(name), data.resolve(name));
            }
        }
        Files.delete(data.resolve(PENDING));
        StagedFiles.flush(data);
        new StagedFiles(staged).delete();
    }

    private static void move(Path from, Path to) throws IOException {
        Path folder = to.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, StagedFiles.ownerOnly("rwx------"));
            flushFolder(folder);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        flushFolder(to);
        flushFolder(from);
    }

    private static void flushFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            StagedFiles.flush(folder);
        }
    }

    private void writePlan(String text) throws IOException {
        Path draft = data.resolve(PENDING + ".tmp");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                StagedFiles.ownerOnly("rw-------"))) {
            ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
        Files.move(draft, data.resolve(PENDING), StandardCopyOption.ATOMIC_MOVE);
        StagedFiles.flush(data);
    }
}
