package dev.chancery.publisher.target;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** OpenLDAP's server with one suffix, and its own client to look. */
final class SlapdServer implements AutoCloseable {
    static final String PASSWORD = "ldap-secret";

    private static final String ADMIN = "cn=admin,dc=example,dc=com";
    private static final String BASE = "ou=pki,dc=example,dc=com";

    private final Path home;
    private final Daemon daemon;
    private final int tlsPort;

    private SlapdServer(Path home, Daemon daemon, int tlsPort) {
        this.home = home;
        this.daemon = daemon;
        this.tlsPort = tlsPort;
    }

    /** In clear, to which any client may write that knows the password. */
    static SlapdServer start(Path work) throws IOException, InterruptedException {
        return start(work, "", 0);
    }

    /** By StartTLS and {@code ldaps:}; takes no password in clear. */
    static SlapdServer start(Path work, SampleTls tls) throws IOException, InterruptedException {
        String options = """
                TLSCACertificateFile %s
                TLSCertificateFile %s
                TLSCertificateKeyFile %s
                security simple_bind=128
                """.formatted(tls.ca(), tls.certificate(), tls.key());
        return start(work, options, Daemon.freePort());
    }

    private static SlapdServer start(Path work, String options, int tlsPort) throws IOException, InterruptedException {
        Path home = Files.createDirectories(work.resolve("slapd"));
        Files.createDirectories(home.resolve("db"));
        Files.writeString(home.resolve("slapd.conf"), """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                pidfile %1$s/pid
                argsfile %1$s/args
                %4$s
                database mdb
                maxsize 104857600
                suffix "dc=example,dc=com"
                rootdn "%2$s"
                rootpw %3$s
                directory %1$s/db
                """.formatted(home, ADMIN, PASSWORD, options));
        Files.writeString(home.resolve("base.ldif"), """
                dn: dc=example,dc=com
                objectClass: dcObject
                objectClass: organization
                dc: example
                o: Example

                dn: ou=pki,dc=example,dc=com
                objectClass: organizationalUnit
                ou: pki
                """);
        run(home, "/usr/sbin/slapadd", "-f", home + "/slapd.conf", "-l", home + "/base.ldif");
        int port = Daemon.freePort();
        String addresses = "ldap://127.0.0.1:" + port + (tlsPort == 0 ? "" : " ldaps://127.0.0.1:" + tlsPort);
        Daemon daemon = Daemon.start(
                home, port, List.of("/usr/sbin/slapd", "-d", "0", "-f", home + "/slapd.conf", "-h", addresses));
        return new SlapdServer(home, daemon, tlsPort);
    }

    private String url() {
        return "ldap://127.0.0.1:" + daemon.port();
    }

    SampleTarget target(Path passwordFile) {
        return SampleTarget.named("directory").ldap(url() + "/cn={ca}," + BASE).as(ADMIN, passwordFile);
    }

    /** The same by {@code ldaps:}. */
    SampleTarget tlsTarget(Path passwordFile) {
        return target(passwordFile).ldap("ldaps://127.0.0.1:" + tlsPort + "/cn={ca}," + BASE);
    }

    /** Makes an entry as it was made before there were deltas. */
    void entryWithoutDeltas(String ca) throws IOException, InterruptedException {
        Files.writeString(
                home.resolve("entry.ldif"),
                "dn: cn=" + ca + "," + BASE + "\nobjectClass: applicationProcess\nobjectClass: pkiCA\ncn: " + ca
                        + "\n");
        run(home, "ldapadd", "-x", "-H", url(), "-D", ADMIN, "-w", PASSWORD, "-f", home + "/entry.ldif");
    }

    /** What ldapsearch finds, anonymously, as validating servers do. */
    List<Der> value(String ca, String attribute) throws IOException, InterruptedException {
        String found = run(
                home,
                "ldapsearch",
                "-x",
                "-LLL",
                "-o",
                "ldif-wrap=no",
                "-H",
                url(),
                "-b",
                "cn=" + ca + "," + BASE,
                attribute);
        List<Der> values = new ArrayList<>();
        found.lines()
                .filter(line -> line.startsWith(attribute + ":: "))
                .forEach(line -> values.add(Der.fromBase64(line.substring(attribute.length() + 3))));
        return values;
    }

    private static String run(Path home, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + ":\n" + output);
        }
        return output;
    }

    @Override
    public void close() {
        daemon.close();
    }
}
