package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.contract.EveryEvent;
import dev.chancery.core.journal.JournalEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A seal")
class SealTest {
    private static final byte[] SECRET = "$argon2id$...".getBytes(StandardCharsets.US_ASCII);

    @Test
    @DisplayName("is opened by the same passphrase and context only")
    void opens() {
        Seal seal = Stores.seal();
        String sealed = seal.seal(SECRET, "account:alice");
        assertThat(Stores.seal().open(sealed, "account:alice"))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(SECRET));
        assertThat(seal.open(sealed, "account:bob")).isEmpty();
        assertThat(Seal.of("other".toCharArray(), new SecureRandom()).open(sealed, "account:alice"))
                .isEmpty();
        assertThat(Seal.lost().open(sealed, "account:alice")).isEmpty();
    }

    @Test
    @DisplayName("notices any changed octet, and never looks the same twice")
    void changed() {
        Seal seal = Stores.seal();
        byte[] sealed = Base64.getDecoder().decode(seal.seal(SECRET, "c"));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(seal.open(Base64.getEncoder().encodeToString(changed), "c"))
                    .isEmpty();
        }
        assertThat(seal.seal(SECRET, "c")).isNotEqualTo(seal.seal(SECRET, "c"));
        assertThat(seal.open("AAAA", "c")).isEmpty();
    }

    @Test
    @DisplayName("can still be opened by what was sealed with earlier versions")
    void known() {
        String sealed = "7f/xYVlYdtVaCBysuuDCpIAQed9RjYY7vPmMTA9XWzwfvUQpa3GxSDQ=";
        assertThat(Stores.seal().open(sealed, "account:alice"))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(SECRET));
    }

    @Test
    @DisplayName("refuses an empty passphrase, and to seal without one")
    void refusals() {
        assertThatThrownBy(() -> Seal.of(new char[0], new SecureRandom())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Seal.lost().seal(SECRET, "account:alice"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("passphrase");
    }

    @Test
    @DisplayName("keeps every hash out of the journal's text")
    void journalText(@TempDir Path directory) throws Exception {
        try (Storage storage = Stores.open(directory)) {
            for (JournalEvent event : EveryEvent.inOrder()) {
                Stores.record(storage, event);
            }
        }
        String text = Files.readString(Stores.tail(directory));
        assertThat(text).contains("\"sealed\":\"").doesNotContain("argon2id", "ab".repeat(32), "cd".repeat(32));
        assertThat(text)
                .doesNotContain(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex("ab".repeat(32))));
    }
}
