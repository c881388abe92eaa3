package dev.chancery.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A data directory that is thrown away after the measurement. In the working directory: /tmp may be memory, not disk. */
final class TemporaryData implements AutoCloseable {
    private final Optional<Path> made;
    private final Path path;

    private TemporaryData(Optional<Path> made, Path path) {
        this.made = made;
        this.path = path;
    }

    /** None is made when there is one to use. */
    static TemporaryData unless(Optional<Path> given) {
        if (given.isPresent()) {
            return new TemporaryData(Optional.empty(), given.get());
        }
        try {
            Path made = Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-data-");
            return new TemporaryData(Optional.of(made), made);
        } catch (IOException e) {
            throw new BenchFailedException(
                    "A temporary data directory cannot be made in the working directory: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (made.isEmpty()) {
            return;
        }
        try (Stream<Path> all = Files.walk(made.get())) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new BenchFailedException(made.get() + " could not be deleted: " + e.getMessage(), e);
        }
    }
}
