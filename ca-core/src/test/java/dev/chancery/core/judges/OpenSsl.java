package dev.chancery.core.judges;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The {@code openssl} program, in a directory for its files. */
public final class OpenSsl {
    private final Path directory;

    public OpenSsl(Path directory) {
        this.directory = directory;
    }

    /** What it printed on both streams, and its exit code. */
    public record Verdict(int exitCode, String text) {}

    /** Runs {@code openssl ARGUMENTS}; a missing program fails the test with what to install. */
    public Verdict run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("openssl did not end: " + command);
            }
            return new Verdict(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("openssl cannot be run; install the package openssl", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@code openssl verify} of a leaf below {@code chain}, the root last; with CRLs, every certificate is looked up. */
    public Verdict verify(EncodedCertificate leaf, List<EncodedCertificate> chain, List<Der> crls) {
        return verify(leaf, chain, crls, List.of());
    }

    /** @param options more of them, such as {@code -use_deltas} */
    public Verdict verify(
            EncodedCertificate leaf, List<EncodedCertificate> chain, List<Der> crls, List<String> options) {
        EncodedCertificate root = chain.get(chain.size() - 1);
        write("leaf.pem", leaf.pem());
        write("root.pem", root.pem());
        write("chain.pem", chain.stream().map(EncodedCertificate::pem).collect(Collectors.joining()));
        List<String> arguments =
                new ArrayList<>(List.of("verify", "-x509_strict", "-CAfile", "root.pem", "-untrusted", "chain.pem"));
        if (!crls.isEmpty()) {
            write(
                    "crls.pem",
                    crls.stream().map(crl -> Pem.encode("X509 CRL", crl)).collect(Collectors.joining()));
            arguments.addAll(List.of("-crl_check_all", "-CRLfile", "crls.pem"));
        }
        arguments.addAll(options);
        arguments.add("leaf.pem");
        return run(arguments.toArray(String[]::new));
    }

    /** {@code openssl x509 -text}. */
    public String text(EncodedCertificate certificate) {
        write("shown.pem", certificate.pem());
        return run("x509", "-in", "shown.pem", "-noout", "-text", "-nameopt", "RFC2253")
                .text();
    }

    /** {@code openssl crl -text}, its signature checked with the issuer's certificate. */
    public String text(Der crl, EncodedCertificate issuer) {
        write("shown.crl.pem", Pem.encode("X509 CRL", crl));
        write("issuer.pem", issuer.pem());
        return run("crl", "-in", "shown.crl.pem", "-CAfile", "issuer.pem", "-noout", "-text")
                .text();
    }

    private void write(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
