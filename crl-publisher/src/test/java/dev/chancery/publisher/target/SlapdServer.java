package dev.chancery.publisher.target;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** OpenLDAP's server with one suffix, and its own client to look. */
final class SlapdServer implements AutoCloseable {
    static final String PASSWORD = "ldap-secret";

    private static final String ADMIN = "cn=admin,dc=example,dc=com";
    private static final String BASE = "ou=pki,dc=example,dc=com";

    private final Path home;
    private final Daemon daemon;

    private SlapdServer(Path home, Daemon daemon) {
        this.home = home;
        this.daemon = daemon;
    }

    static SlapdServer start(Path work) throws IOException, InterruptedException {
        Path home = Files.createDirectories(work.resolve("slapd"));
        Files.createDirectories(home.resolve("db"));
        Files.writeString(home.resolve("slapd.conf"), """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                pidfile %1$s/pid
                argsfile %1$s/args
                database mdb
                maxsize 104857600
                suffix "dc=example,dc=com"
                rootdn "%2$s"
                rootpw %3$s
                directory %1$s/db
                """.formatted(home, ADMIN, PASSWORD));
        int port = Daemon.freePort();
        Daemon daemon = Daemon.start(
                home,
                port,
                List.of("/usr/sbin/slapd", "-d", "0", "-f", home + "/slapd.conf", "-h", "ldap://127.0.0.1:" + port));
        SlapdServer started = new SlapdServer(home, daemon);
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
        started.client("ldapadd", "-x", "-H", started.url(), "-D", ADMIN, "-w", PASSWORD, "-f", home + "/base.ldif");
        return started;
    }

    private String url() {
        return "ldap://127.0.0.1:" + daemon.port();
    }

    TargetSettings settings(Path passwordFile) {
        return new TargetSettings(
                "directory",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(url() + "/cn={ca}," + BASE),
                Optional.of(ADMIN),
                Optional.of(passwordFile));
    }

    /** What ldapsearch finds, anonymously, as validating servers do. */
    List<Der> value(String ca, String attribute) throws IOException, InterruptedException {
        String found = client(
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

    private String client(String... command) throws IOException, InterruptedException {
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
