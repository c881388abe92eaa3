package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The archive of classes for a quick start")
class StartArchiveIT {
    @TempDir
    Path work;

    @Test
    @DisplayName("holds nearly every class that a server loads")
    void holdsClasses() throws IOException, InterruptedException {
        Path loaded = work.resolve("loaded");
        int code = run(List.of("-Xlog:class+load:file=" + loaded), ServerProcess.command("list", "--data", "nowhere"));
        assertThat(code).isEqualTo(3);
        try (Stream<String> lines = Files.lines(loaded)) {
            List<String> ours = lines.filter(line -> line.contains(" dev.chancery."))
                    .filter(line -> !line.contains("$Lambda"))
                    .toList();
            assertThat(ours).hasSizeGreaterThan(20);
            assertThat(ours.stream().filter(line -> line.contains("shared objects file")))
                    .hasSizeGreaterThan(ours.size() * 8 / 10);
        }
    }

    @Test
    @DisplayName("that does not fit the jars is left aside without a word")
    void otherArchive() throws IOException, InterruptedException {
        Path broken = Files.write(work.resolve("broken"), new byte[100_000]);
        List<String> command = new ArrayList<>(ServerProcess.command("--version"));
        command.replaceAll(word -> word.startsWith("-XX:SharedArchiveFile=") || word.startsWith("-XX:AOTCache=")
                ? word.replaceFirst("=.*", "=" + broken)
                : word);
        int code = run(List.of(), command);
        assertThat(code).isZero();
        assertThat(Files.readString(work.resolve("out"))).isEqualTo("Chancery 1.0.0\n");
    }

    private int run(List<String> options, List<String> command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(command.indexOf("-jar"), options);
        Process process = new ProcessBuilder(whole)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("out").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
