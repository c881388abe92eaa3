package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The validating software of the world, each in its own process and fetching the CDP by itself where it can (STANDARDS.md
 * "Judges").
 */
final class Validators {
    private final TestServer server;
    private final Path work;

    private Validators(TestServer server, Path work) {
        this.server = server;
        this.work = work;
    }

    static Validators prepare(TestServer server, Path work) throws IOException {
        Validators validators = new Validators(server, work);
        validators.fetch("/ca/root.pem", "root.pem");
        validators.fetch("/ca/issuing.pem", "issuing.pem");
        validators.fetch("/crl/root.pem", "root.crl.pem");
        Tool.ok(work, "certutil", "-N", "-d", "sql:" + work, "--empty-password");
        Tool.ok(work, "certutil", "-A", "-d", "sql:" + work, "-n", "root", "-t", "C,,", "-i", "root.pem");
        Tool.ok(work, "certutil", "-A", "-d", "sql:" + work, "-n", "issuing", "-t", ",,", "-i", "issuing.pem");
        return validators;
    }

    Path write(String name, String content) throws IOException {
        return Files.writeString(work.resolve(name), content);
    }

    void allAccept(Path leaf) throws IOException {
        assertThat(openSsl(leaf)).as("openssl").contains(leaf.getFileName() + ": OK");
        assertThat(javaPkix(leaf)).as("Java PKIX").contains("VALID");
        assertThat(strongSwan(leaf)).as("strongSwan").contains("certificate not revoked");
        assertThat(gnuTls(leaf)).as("GnuTLS").contains("Verified. The certificate is trusted");
        assertThat(nss(leaf)).as("NSS").contains("Chain is good!");
    }

    void allRefuse(Path leaf) throws IOException {
        assertThat(openSsl(leaf)).as("openssl").contains("certificate revoked");
        assertThat(javaPkix(leaf)).as("Java PKIX").contains("REVOKED");
        assertThat(strongSwan(leaf))
                .as("strongSwan")
                .contains("certificate was revoked")
                .doesNotContain("certificate not revoked");
        assertThat(gnuTls(leaf)).as("GnuTLS").contains("revoked");
        assertThat(nss(leaf)).as("NSS").contains("Certificate has been revoked");
    }

    /** Fetches the leaf's CDP by itself; the root's CRL is given. */
    String openSsl(Path leaf) {
        return Tool.run(
                        work,
                        "openssl",
                        "verify",
                        "-x509_strict",
                        "-purpose",
                        "sslserver",
                        "-CAfile",
                        "root.pem",
                        "-untrusted",
                        "issuing.pem",
                        "-crl_check",
                        "-crl_download",
                        leaf.getFileName().toString())
                .output();
    }

    String javaPkix(Path leaf) {
        return PkixVerdict.byCrl(
                work, "root.pem", "issuing.pem", leaf.getFileName().toString());
    }

    String strongSwan(Path leaf) {
        return Tool.run(
                        work,
                        "pki",
                        "--verify",
                        "--in",
                        leaf.getFileName().toString(),
                        "--cacert",
                        "issuing.pem",
                        "--cacert",
                        "root.pem",
                        "--online")
                .output();
    }

    /** Does not fetch: gets the CRLs of every issuer, as they are published. */
    String gnuTls(Path leaf) throws IOException {
        fetch("/crl/issuing.pem", "issuing.crl.pem");
        fetch("/crl/root.pem", "root.crl.pem");
        Files.writeString(
                work.resolve("crls.pem"),
                Files.readString(work.resolve("issuing.crl.pem")) + Files.readString(work.resolve("root.crl.pem")));
        Files.writeString(
                work.resolve("chain.pem"), Files.readString(leaf) + Files.readString(work.resolve("issuing.pem")));
        return Tool.run(
                        work,
                        "certtool",
                        "--verify",
                        "--load-ca-certificate",
                        "root.pem",
                        "--load-crl",
                        "crls.pem",
                        "--infile",
                        "chain.pem")
                .output();
    }

    String nss(Path leaf) throws IOException {
        fetch("/crl/issuing.crl", "issuing.crl");
        String store = "sql:" + work;
        Tool.run(work, "certutil", "-D", "-d", store, "-n", "leaf");
        Tool.run(work, "crlutil", "-D", "-d", store, "-n", "issuing");
        Tool.ok(work, "crlutil", "-I", "-d", store, "-i", "issuing.crl", "-t", "1");
        Tool.ok(
                work,
                "certutil",
                "-A",
                "-d",
                store,
                "-n",
                "leaf",
                "-t",
                ",,",
                "-i",
                leaf.getFileName().toString());
        return Tool.run(work, "vfychain", "-u", "1", "-d", store, "-g", "leaf", "-m", "crl", "leaf")
                .output();
    }

    private void fetch(String path, String file) throws IOException {
        HttpResponse<byte[]> answer = server.get(server.http(path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        Files.write(work.resolve(file), answer.body());
    }
}
