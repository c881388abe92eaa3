package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build of ./chancery is another one than that of the tests, so that only this notices when it breaks. */
@DisplayName("./chancery in a fresh clone")
class LauncherIT {
    /** Beside a pom: not of a fresh clone. Elsewhere such a name may be a package's. */
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", "data");

    @TempDir
    private Path clone;

    @Test
    @DisplayName("builds the program without its tests, once, and starts it; a build that fails says why")
    void buildsOnce() throws IOException {
        copy(Path.of(System.getProperty("chancery.home")));
        Path chancery = clone.resolve("chancery");
        assertThat(Tool.ok(clone, chancery.toString(), "--version"))
                .startsWith("Building Chancery (first use")
                .contains("Built in ")
                .endsWith("Chancery 1.0.0\n");
        assertThat(Tool.ok(clone, chancery.toString(), "--version")).isEqualTo("Chancery 1.0.0\n");

        Files.writeString(clone.resolve("config/pom.xml"), "<project>");
        Tool failed = Tool.run(clone, chancery.toString(), "--version");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.output()).contains("the build failed", "[ERROR]", "config/pom.xml");
    }

    private void copy(Path home) throws IOException {
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (LEFT_OUT.contains(directory.getFileName().toString())
                        && Files.exists(directory.resolveSibling("pom.xml"))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(clone.resolve(home.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file, clone.resolve(home.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
