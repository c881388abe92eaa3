package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The root is openssl's, and its key never comes here. */
@DisplayName("A CA that a root signs which never was here")
class OutsideRootIT {
    @TempDir
    private Path data;

    @TempDir
    private Path theirs;

    @BeforeEach
    void prepare() throws IOException {
        TestServer.start(data).close();
        Files.writeString(theirs.resolve("ca.cnf"), """
                [ca]
                default_ca = root
                [root]
                database = index.txt
                crlnumber = crlnumber
                serial = serial
                new_certs_dir = .
                default_md = sha256
                policy = any
                copy_extensions = none
                crl_extensions = crl
                unique_subject = no
                [any]
                commonName = supplied
                organizationName = optional
                [crl]
                authorityKeyIdentifier = keyid
                [root_ca]
                basicConstraints = critical,CA:TRUE
                keyUsage = critical,keyCertSign,cRLSign
                subjectKeyIdentifier = hash
                [policy_ca]
                basicConstraints = critical,CA:TRUE,pathlen:0
                keyUsage = critical,keyCertSign,cRLSign
                subjectKeyIdentifier = hash
                authorityKeyIdentifier = keyid
                [sub_ca]
                basicConstraints = critical,CA:TRUE,pathlen:0
                keyUsage = critical,keyCertSign,cRLSign
                subjectKeyIdentifier = hash
                authorityKeyIdentifier = keyid
                [server]
                basicConstraints = critical,CA:FALSE
                keyUsage = critical,digitalSignature
                subjectKeyIdentifier = hash
                [no_crls]
                basicConstraints = critical,CA:TRUE,pathlen:0
                keyUsage = critical,keyCertSign
                subjectKeyIdentifier = hash
                """);
        Files.writeString(theirs.resolve("index.txt"), "");
        Files.writeString(theirs.resolve("crlnumber"), "01\n");
        Files.writeString(theirs.resolve("serial"), "1000\n");
        openSsl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -keyout root.key -out root.pem -days 3000"
                + " -config ca.cnf -extensions root_ca -subj /O=Theirs/CN=Their-Root");
        done("ca", "request", "corp", "--subject", "CN=Corp Issuing CA,O=Theirs", "--key", "ec-p256", "--out", out());
    }

    private String out() {
        return theirs.resolve("corp.csr").toString();
    }

    private void openSsl(String arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        Tool.ok(theirs, command.toArray(String[]::new));
    }

    /** Signs the request; the chain is in the file that it returns. */
    private Path sign(String request, String extensions, String signer, String more) throws IOException {
        openSsl("ca -batch -config ca.cnf -extensions " + extensions + " -cert " + signer + ".pem -keyfile " + signer
                + ".key -in " + request + " -out signed.pem -notext -days 1000" + more);
        return bundle("chain.pem", "signed.pem", signer + ".pem");
    }

    private Path bundle(String name, String... parts) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(Files.readString(theirs.resolve(part)));
        }
        return Files.writeString(theirs.resolve(name), all.toString());
    }

    private void done(String... arguments) {
        CommandRun run = CommandRun.on(data, arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    private String refused(Path file) {
        CommandRun run = CommandRun.on(data, "ca", "import", "corp", file.toString());
        assertThat(run.code()).as(run.out()).isEqualTo(1);
        assertThat(data.resolve("keys/corp.p12")).doesNotExist();
        return run.err();
    }

    @Test
    @DisplayName("asks with a PKCS#10 request, takes in the chain in any order, issues, revokes and is believed")
    void life() throws IOException {
        assertThat(Tool.ok(theirs, "openssl", "req", "-in", "corp.csr", "-noout", "-text", "-verify"))
                .contains("CN = Corp Issuing CA", "CA:TRUE", "Certificate Sign, CRL Sign", "prime256v1")
                .containsIgnoringCase("verify OK");
        sign("corp.csr", "sub_ca", "root", "");
        Path chain = bundle("reversed.pem", "root.pem", "signed.pem");
        done("ca", "import", "corp", chain.toString());
        assertThat(CommandRun.on(data, "verify").code()).isZero();
        Path profile = data.resolve("profiles/tls-server.yaml");
        Files.writeString(profile, Files.readString(profile).replaceFirst("(?m)^issuer: .*$", "issuer: corp"));
        try (TestServer server = TestServer.start(data)) {
            JsonNode issued = server.issue("tls-server", Csr.p256(theirs, "web.lab.example.com"));
            assertThat(issued.get("issuer").toString()).containsIgnoringCase("corp");
            Files.writeString(
                    theirs.resolve("leaf.pem"), issued.get("certificate").asString());
            Files.write(
                    theirs.resolve("served-chain.pem"),
                    server.get(server.http("/ca/corp-chain.pem")).body());
            openSsl("ca -gencrl -config ca.cnf -cert root.pem -keyfile root.key -crldays 30 -out root.crl.pem");
            assertThat(verified(server)).contains("leaf.pem: OK");
            assertThat(ocsp(server)).contains("Response verify OK", "leaf.pem: good");
            server.revoke(issued.get("serial").asString(), "keyCompromise");
            assertThat(server.api("POST", "/authorities/corp/crl", Map.of()).statusCode())
                    .isEqualTo(200);
            assertThat(verified(server)).contains("certificate revoked");
            assertThat(ocsp(server)).contains("leaf.pem: revoked");
            assertThat(TestServer.text(server.get(server.http("/health/ready"))))
                    .startsWith("ready");
            assertThat(TestServer.text(server.get(server.http("/")))).contains("Corp Issuing CA");
        }
        Directories.delete(data.resolve("db"));
        try (TestServer server = TestServer.start(data)) {
            assertThat(server.api("GET", "/authorities/corp", Map.of()).statusCode())
                    .isEqualTo(200);
        }
    }

    /** By the CRL that this server publishes, and the outside root's own. */
    private String verified(TestServer server) throws IOException {
        Files.write(
                theirs.resolve("corp.crl.pem"),
                server.get(server.http("/crl/corp.pem")).body());
        bundle("crls.pem", "corp.crl.pem", "root.crl.pem");
        return Tool.run(
                        theirs,
                        "sh",
                        "-c",
                        "openssl verify -x509_strict -purpose sslserver -CAfile root.pem -untrusted served-chain.pem"
                                + " -crl_check_all -CRLfile crls.pem leaf.pem")
                .output();
    }

    private String ocsp(TestServer server) {
        return Tool.run(
                        theirs,
                        "sh",
                        "-c",
                        "openssl ocsp -issuer served-chain.pem -cert leaf.pem -url " + server.http("/ocsp")
                                + " -CAfile root.pem")
                .output();
    }

    @Test
    @DisplayName("is not taken in with a chain that is not whole or not fit, and the reason is told")
    void refusals() throws IOException {
        sign("corp.csr", "sub_ca", "root", "");
        assertThat(refused(theirs.resolve("signed.pem")))
                .contains("the certificate of its issuer")
                .contains("Their-Root")
                .contains("is missing");
        assertThat(refused(theirs.resolve("root.pem"))).contains("None of the 1 certificates is for the key");
        assertThat(refused(theirs.resolve("ca.cnf"))).contains("no certificate");

        assertThat(refused(sign("corp.csr", "server", "root", ""))).contains("basicConstraints does not say CA:TRUE");
        assertThat(refused(sign("corp.csr", "no_crls", "root", "")))
                .contains("may sign no CRLs: keyUsage lacks cRLSign");
        assertThat(refused(sign("corp.csr", "sub_ca", "root", " -startdate 20200101000000Z -enddate 20210101000000Z")))
                .contains("ended at 2021-01-01T00:00:00Z");
        assertThat(refused(sign("corp.csr", "sub_ca", "root", " -startdate 20900101000000Z -enddate 20910101000000Z")))
                .contains("is valid only from 2090-01-01");

        openSsl("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout policy.key -out policy.csr"
                + " -subj /O=Theirs/CN=Policy-CA");
        sign("policy.csr", "policy_ca", "root", "");
        Files.move(theirs.resolve("signed.pem"), theirs.resolve("policy.pem"));
        sign("corp.csr", "sub_ca", "policy", "");
        assertThat(refused(bundle("three.pem", "signed.pem", "policy.pem", "root.pem")))
                .contains("Policy-CA")
                .contains("allows 0 CAs below it on a path, and here are 1");

        openSsl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -keyout other.key -out other.pem -days 30"
                + " -config ca.cnf -extensions root_ca -subj /O=Theirs/CN=Their-Root");
        sign("corp.csr", "sub_ca", "root", "");
        assertThat(refused(bundle("mixed.pem", "signed.pem", "other.pem"))).contains("The signature of");

        CommandRun taken = CommandRun.on(data, "ca", "request", "issuing", "--subject", "CN=x", "--out", out() + "2");
        assertThat(taken.err()).contains("There already is a CA \"issuing\"");
        CommandRun nobody = CommandRun.on(
                data, "ca", "import", "nobody", theirs.resolve("chain.pem").toString());
        assertThat(nobody.err()).contains("No key of the name \"nobody\" waits here");
        try (TestServer server = TestServer.start(data)) {
            assertThat(server.api("GET", "/authorities/corp", Map.of()).statusCode())
                    .as("a key that waits is no CA, and stops no start")
                    .isEqualTo(404);
        }
        done(
                "ca",
                "import",
                "corp",
                bundle("good.pem", "signed.pem", "root.pem").toString());
    }
}
