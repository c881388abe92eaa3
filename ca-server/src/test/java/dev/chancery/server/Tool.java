package dev.chancery.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs that nobody here wrote. A missing one fails with its name; nothing is skipped. */
record Tool(int exitCode, String output) {
    /** Standard output and error together, in {@code directory}, within a minute. */
    static Tool run(Path directory, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within a minute:\n" + output);
            }
            return new Tool(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The tests need the program \"" + command.get(0) + "\"; ./verify installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static Tool run(Path directory, String... command) {
        return run(directory, List.of(command));
    }

    /** Runs and expects exit code 0. */
    static String ok(Path directory, String... command) {
        Tool done = run(directory, command);
        if (done.exitCode() != 0) {
            throw new AssertionError(
                    String.join(" ", command) + " ended with " + done.exitCode() + ":\n" + done.output());
        }
        return done.output();
    }
}
