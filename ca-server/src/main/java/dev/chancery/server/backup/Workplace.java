package dev.chancery.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a restore works: beside the data directory; within it where nothing can be made beside it, or where that is another
 * file system, as with a volume that is mounted there.
 *
 * @param staging where the backup is unpacked
 * @param aside where old files go
 */
record Workplace(Path data, Path staging, Path aside) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String STAGING = ".restoring";

    static Workplace of(Path given, Instant now) throws IOException {
        Path data = Files.exists(given)
                ? given.toRealPath()
                : given.toAbsolutePath().normalize();
        Path parent = data.getParent();
        if (parent == null || Files.exists(data) && !Files.isDirectory(data)) {
            throw new BackupRefusedException(
                    given + " is no directory that could be restored. Name another: --data DIR");
        }
        String stamp = "before-restore-" + STAMP.format(now);
        boolean inside = Files.exists(data)
                && (!Files.isWritable(parent) || !Files.getFileStore(parent).equals(Files.getFileStore(data)));
        return inside
                ? new Workplace(data, data.resolve(STAGING), free(data.resolve(stamp)))
                : new Workplace(
                        data,
                        parent.resolve("." + data.getFileName() + STAGING),
                        free(parent.resolve(data.getFileName() + "." + stamp)));
    }

    private static Path free(Path wanted) {
        Path candidate = wanted;
        for (int i = 2; Files.exists(candidate); i++) {
            candidate = wanted.resolveSibling(wanted.getFileName() + "-" + i);
        }
        return candidate;
    }

    /** An empty directory; what an earlier restore left in it is deleted. */
    StagedFiles stage() throws IOException {
        StagedFiles staged = new StagedFiles(staging);
        staged.delete();
        Path parent = staging.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(staging, StagedFiles.ownerOnly("rwx------"));
        return staged;
    }

    /** Whether one rename can put the restored directory in place. */
    boolean isEmpty() throws IOException {
        return !Files.exists(data) || names().isEmpty();
    }

    /** All that is in the data directory now. */
    List<String> everything() throws IOException {
        return names().stream()
                .filter(name -> !name.equals(STAGING) && !name.startsWith("before-restore-"))
                .toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    Placement placement(StagedFiles staged, List<String> old, List<String> restored) {
        return new Placement(data, staged.root(), aside, old, restored);
    }

    Placement nothing(StagedFiles staged) {
        return placement(staged, List.of(), List.of());
    }
}
