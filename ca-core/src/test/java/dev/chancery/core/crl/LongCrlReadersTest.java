package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Requester;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlEntryCursor;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A CRL of a million entries is read to its end, with the same serials, by")
final class LongCrlReadersTest {
    private static final int ENTRIES = 1_000_000;

    @TempDir
    static Path directory;

    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);
    private Path file;
    private final List<String> some = new ArrayList<>();

    @BeforeAll
    void make() throws Exception {
        CrlIssuer crls = new CrlIssuer(
                new LongLedger(fixture.stores.ledger(), ENTRIES).port(),
                fixture.stores.crlArchive(),
                fixture.stores.journal(),
                CrlSpool.in(directory),
                fixture.clock);
        SignedCrl crl = crls.issue(
                Requester.system(),
                fixture.authority.issuer(),
                new CrlScope.Full(),
                CrlTerms.standard(),
                Optional.empty());
        file = crl.octets().file().orElseThrow();
        CrlEntryCursor entry = CrlContent.read(crl.octets().buffer()).entries();
        for (int i = 0; entry.next(); i++) {
            if (i == 0 || i == ENTRIES / 2 || i == ENTRIES - 1) {
                some.add(entry.serial().toString(16));
            }
        }
        Files.writeString(
                directory.resolve("ca.pem"),
                fixture.authority.issuer().certificate().pem());
    }

    @Test
    @DisplayName("the JDK")
    void jdk() throws Exception {
        assertThat(read("jdk")).isEqualTo(expected());
    }

    @Test
    @DisplayName("Bouncy Castle")
    void bouncyCastle() throws Exception {
        assertThat(read("bouncycastle")).isEqualTo(expected());
    }

    @Test
    @DisplayName("openssl, which finds its signature good")
    void openssl() throws Exception {
        Process process = start(
                "openssl", "crl", "-inform", "DER", "-in", file.toString(), "-CAfile", "ca.pem", "-noout", "-text");
        Set<String> found = new TreeSet<>();
        int count = 0;
        boolean verified = false;
        try (BufferedReader text = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                String serial = line.strip().toLowerCase(Locale.ROOT).replace("serial number: ", "");
                count += line.contains("Serial Number: ") ? 1 : 0;
                verified = verified || line.contains("verify OK");
                if (some.contains(serial)) {
                    found.add(serial);
                }
            }
        }
        assertThat(process.waitFor()).isZero();
        assertThat(verified).as("verify OK").isTrue();
        assertThat(count).isEqualTo(ENTRIES);
        assertThat(found).containsExactlyInAnyOrderElementsOf(some);
    }

    /** The count, and each serial with its reason: superseded. */
    private Set<String> expected() {
        Set<String> lines =
                some.stream().map(serial -> serial + " SUPERSEDED").collect(Collectors.toCollection(TreeSet::new));
        lines.add(String.valueOf(ENTRIES));
        return lines;
    }

    /** With a heap of its own: both hold an object for each entry. */
    private Set<String> read(String reader) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx3g",
                "-cp",
                System.getProperty("java.class.path"),
                CrlCount.class.getName(),
                reader,
                file.toString()));
        command.addAll(some);
        Process process = start(command.toArray(String[]::new));
        try (BufferedReader text = process.inputReader(StandardCharsets.UTF_8)) {
            Set<String> lines = text.lines().collect(Collectors.toCollection(TreeSet::new));
            assertThat(process.waitFor()).as("%s", lines).isZero();
            return lines;
        }
    }

    private Process start(String... command) throws Exception {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
