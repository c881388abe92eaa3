package dev.chancery.publisher.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CA of somebody else's and a server certificate from it, by openssl. */
record SampleTls(Path ca, Path certificate, Path key) {
    /** @param name as in {@code IP:127.0.0.1} or {@code DNS:ldap.example.com} */
    static SampleTls issue(Path work, String name) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(work, "tls");
        Files.writeString(home.resolve("extensions"), "subjectAltName=" + name + "\n");
        run(
                home,
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -days 2"
                        + " -subj /CN=Their-CA");
        run(
                home,
                "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.csr"
                        + " -subj /CN=server");
        run(
                home,
                "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out server.pem -days 2"
                        + " -extfile extensions");
        return new SampleTls(home.resolve("ca.pem"), home.resolve("server.pem"), home.resolve("server.key"));
    }

    private static void run(Path home, String arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(("openssl " + arguments).split(" "))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("openssl " + arguments + ":\n" + said);
        }
    }
}
