package dev.chancery.core.csr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A program that makes requests and that we did not write. A missing one fails the test by its name. */
final class Tool {
    private static final Map<String, String> PACKAGES =
            Map.of("openssl", "openssl", "certtool", "gnutls-bin", "certutil", "libnss3-tools", "keytool", "a JDK");

    private Tool() {}

    /** Runs it in a directory, until it ends well; returns what it printed. */
    static String run(Path directory, String... command) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new AssertionError(
                    command[0] + " is missing; it comes with " + PACKAGES.getOrDefault(command[0], command[0]), e);
        }
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(
                        String.join(" ", command) + " ended with " + process.exitValue() + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new AssertionError(String.join(" ", command) + " cannot be read", e);
        }
    }
}
