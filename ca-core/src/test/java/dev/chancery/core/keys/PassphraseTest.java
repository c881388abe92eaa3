package dev.chancery.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The passphrase of the key files")
class PassphraseTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("is 32 characters of chance, different each time, and prints as ***")
    void generated() {
        Secret one = Passphrase.generate(new SecureRandom());
        Secret two = Passphrase.generate(new SecureRandom());

        assertThat(new String(one.reveal())).matches("[A-Za-z2-9]{32}").isNotEqualTo(new String(two.reveal()));
        assertThat(one).hasToString("***");
    }

    @Test
    @DisplayName("is known by its form when chance made it, and what a person may have chosen is not")
    void knownAsGenerated() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 1_000; i++) {
            assertThat(Passphrase.isGenerated(Passphrase.generate(random).reveal()))
                    .isTrue();
        }
        for (String chosen : List.of(
                "correct horse battery staple, yes",
                "a".repeat(32),
                "password".repeat(4),
                "uV6ityoSpc7BCpucqHKaGCrEDvjaiDv",
                "uV6ityoSpc7BCpucqHKaGCrEDvjaiDvcx",
                "")) {
            assertThat(Passphrase.isGenerated(chosen.toCharArray())).as(chosen).isFalse();
        }
    }

    @Test
    @DisplayName("is written to its file on first use, mode 0600, and read from there afterwards")
    void createdOnce() throws Exception {
        Path file = directory.resolve("keys/passphrase");

        Secret first = Passphrase.readOrCreate(file, new SecureRandom());
        Secret second = Passphrase.readOrCreate(file, new SecureRandom());

        assertThat(second.reveal()).isEqualTo(first.reveal());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    @DisplayName("is the first line of the file, without its line end")
    void firstLine() throws Exception {
        assertThat(new String(
                        Passphrase.readFile(file("grüß gott \r\nsecond line")).reveal()))
                .isEqualTo("grüß gott ");
        assertThat(new String(Passphrase.readFile(file("no newline")).reveal())).isEqualTo("no newline");
    }

    @Test
    @DisplayName("is refused when its file is missing, empty, too large, not text, or open to others")
    void refused() throws Exception {
        assertRefused(directory.resolve("nowhere"), "does not exist");
        assertRefused(file("\n"), "is empty");
        assertRefused(file("\n"), "from a backup");
        assertRefused(file("x".repeat(5000)), "more than 4096");
        Path binary = file("");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertRefused(binary, "not UTF-8 text. Restore it from a backup");
        Path open = file("secret");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(open, "chmod 600");
    }

    @Test
    @DisplayName("comes from an environment variable when that is set and not empty")
    void environment() {
        assertThat(Passphrase.readEnvironment(Map.of("P", "s3cret"), "P").reveal())
                .containsExactly("s3cret".toCharArray());
        assertThatThrownBy(() -> Passphrase.readEnvironment(Map.of(), "P"))
                .isInstanceOf(KeyUnavailableException.class)
                .hasMessageContaining("P is not set");
        assertThatThrownBy(() -> Passphrase.readEnvironment(Map.of("P", " "), "P"))
                .isInstanceOf(KeyUnavailableException.class)
                .hasMessageContaining("P is empty");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> Passphrase.readFile(file))
                .isInstanceOf(KeyUnavailableException.class)
                .hasMessageContaining(reason);
    }

    private Path file(String content) throws Exception {
        Path file = Files.createTempFile(directory, "passphrase", "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(file, content);
    }
}
