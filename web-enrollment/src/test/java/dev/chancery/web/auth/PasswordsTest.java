package dev.chancery.web.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Account.PasswordHash;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A password")
class PasswordsTest {
    private final Passwords passwords = new Passwords(new Argon2Cost(64, 1, 1), new SecureRandom());

    @Test
    @DisplayName("is stored as Argon2id in PHC form, each time with another salt")
    void stored() {
        PasswordHash hash = passwords.hash("correct horse battery");
        assertThat(hash.phc()).matches("\\$argon2id\\$v=19\\$m=64,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(hash);
        assertThat(hash).hasToString("***");
    }

    @Test
    @DisplayName("matches itself, in any Unicode form, and nothing else")
    void matches() {
        Optional<PasswordHash> hash = Optional.of(passwords.hash("pässwörd so lang"));
        assertThat(passwords.matches("pässwörd so lang", hash)).isTrue();
        assertThat(passwords.matches("pa\u0308sswo\u0308rd so lang", hash)).isTrue();
        assertThat(passwords.matches("Pässwörd so lang", hash)).isFalse();
        assertThat(passwords.matches("anything", Optional.empty())).isFalse();
    }

    @Test
    @DisplayName("hashes as the reference implementation does")
    void reference() {
        // From the test vectors of github.com/P-H-C/phc-winner-argon2, version 0x13.
        PasswordHash known = new PasswordHash(
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
        assertThat(passwords.matches("password", Optional.of(known))).isTrue();
        assertThat(passwords.matches("Password", Optional.of(known))).isFalse();
    }

    @Test
    @DisplayName("costs what its stored hash says, not what the settings say now")
    void otherCost() {
        PasswordHash old = new Passwords(new Argon2Cost(128, 2, 1), new SecureRandom()).hash("an older password");
        assertThat(passwords.matches("an older password", Optional.of(old))).isTrue();
    }

    @Test
    @DisplayName("that is new must be long, varied and not obvious")
    void rule() {
        assertThat(PasswordRule.check("short", "olga"))
                .hasValueSatisfying(no -> assertThat(no.message()).contains("5", "12"));
        assertThat(PasswordRule.check("aaaaaaaaaaaaaaaa", "olga")).isPresent();
        assertThat(PasswordRule.check("the-officer-is-here", "officer")).isPresent();
        assertThat(PasswordRule.check("x".repeat(300), "olga")).isPresent();
        assertThat(PasswordRule.check("four words in a row", "olga")).isEmpty();
    }

    @Test
    @DisplayName("hash of another form is refused with what was expected")
    void foreign() {
        assertThatThrownBy(() -> passwords.matches("x", Optional.of(new PasswordHash("$2b$12$abc"))))
                .hasMessageContaining("$argon2id$")
                .hasMessageNotContaining("2b");
    }
}
