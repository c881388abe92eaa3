package dev.chancery.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.Der;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A backup archive")
final class BackupArchiveTest {
    private static final Secret PASSPHRASE = Secret.of("correct horse battery stäple");
    private static final Instant NOW = Instant.parse("2026-10-02T12:00:00Z");
    private static final BackupFacts FACTS =
            new BackupFacts(NOW, 17, NOW.minusSeconds(60), Der.fromHex("ab".repeat(32)));
    /** So that two hundred attempts do not take a minute. */
    private static final int FEW_ITERATIONS = 2;

    private static final int[] LENGTHS = {0, 1, 15, 16, 17, 511, 512, 513, 62_975, 62_976, 65_535, 65_536, 131_072};

    private static byte[] archive(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BackupOutput archive = new BackupOutput(out, PASSPHRASE, FEW_ITERATIONS, new SecureRandom(), NOW);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            archive.file(file.getKey(), file.getValue().length, new ByteArrayInputStream(file.getValue()));
        }
        archive.finish(FACTS);
        return out.toByteArray();
    }

    private static Map<String, byte[]> files() {
        byte[] long1 = new byte[3 * EnvelopeOutput.PIECE + 1];
        new Random(1).nextBytes(long1);
        return new TreeMap<>(Map.of(
                "chancery.yaml",
                "a: b\n".getBytes(StandardCharsets.UTF_8),
                "journal/000000000001.jsonl",
                long1,
                "profiles/größe.yaml",
                new byte[TarOutput.BLOCK],
                "roles/drucker.yaml",
                "name: drucker\n".getBytes(StandardCharsets.UTF_8),
                "keys/passphrase",
                new byte[0]));
    }

    private static Map<String, byte[]> read(byte[] archive, Secret passphrase) throws IOException {
        Map<String, ByteArrayOutputStream> found = new TreeMap<>();
        BackupFacts facts = BackupInput.read(
                new ByteArrayInputStream(archive),
                passphrase,
                name -> found.computeIfAbsent(name, unused -> new ByteArrayOutputStream()));
        assertThat(facts).isEqualTo(FACTS);
        Map<String, byte[]> contents = new TreeMap<>();
        found.forEach((name, content) -> contents.put(name, content.toByteArray()));
        return contents;
    }

    private static void assertRefused(byte[] archive, String what) {
        assertThatThrownBy(() -> read(archive, PASSPHRASE)).as(what).isInstanceOf(BackupRefusedException.class);
    }

    @Test
    @DisplayName("gives back every file, whatever its length")
    void roundTrip() throws IOException {
        assertThat(read(archive(files()), PASSPHRASE)).containsExactlyEntriesOf(files());
        for (int length : LENGTHS) {
            Map<String, byte[]> one = Map.of("chancery.yaml", new byte[length]);
            assertThat(read(archive(one), PASSPHRASE)).as("%d octets", length).containsExactlyEntriesOf(one);
        }
    }

    @Test
    @DisplayName("opens with its passphrase only, and says so")
    void wrongPassphrase() throws IOException {
        byte[] archive = archive(files());
        for (String wrong : new String[] {"correct horse battery staple", "", "x"}) {
            assertThatThrownBy(() -> read(archive, Secret.of(wrong)))
                    .isInstanceOf(BackupRefusedException.class)
                    .hasMessageContaining("The passphrase is not the one");
        }
    }

    @Test
    @DisplayName("is refused when any octet of its head or its end, or one of 200 others, was changed")
    void flipped() throws IOException {
        byte[] archive = archive(files());
        Random random = new Random(2);
        for (int i = 0; i < 600; i++) {
            int at = i < 300 ? i : i < 400 ? archive.length - 1 - (i - 300) : random.nextInt(archive.length);
            byte[] changed = archive.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertRefused(changed, "octet " + at);
        }
    }

    @Test
    @DisplayName("is refused when it was cut off anywhere, or something was added")
    void cut() throws IOException {
        byte[] archive = archive(files());
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            int length = i < 50 ? i * 10 : i < 100 ? archive.length - 1 - (i - 50) : random.nextInt(archive.length);
            assertRefused(Arrays.copyOf(archive, length), "cut to " + length);
        }
        assertRefused(Arrays.copyOf(archive, archive.length + 1), "one more octet");
        assertRefused("no backup at all".getBytes(StandardCharsets.UTF_8), "text");
    }

    @Test
    @DisplayName("takes no file that would land elsewhere")
    void names() {
        for (String name : new String[] {
            "../escape",
            "keys/../../x.p12",
            "/etc/passwd",
            "db/chancery.mv.db",
            "admin.token",
            "keys/.x.p12",
            "server.json",
            "journal/lock",
            "profiles/a\nb.yaml",
            "keys/a\\b.p12",
            "crl/issuing/1.crl"
        }) {
            assertThatThrownBy(() -> archive(Map.of(name, new byte[1])))
                    .as(name)
                    .isInstanceOf(BackupRefusedException.class);
        }
    }
}
