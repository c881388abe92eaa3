package dev.chancery.web.auth;

import dev.chancery.core.x509.Der;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable text: tokens, session identifiers, first passwords. */
public final class RandomText {
    static final String TOKEN_PREFIX = "chy_";

    /** Without the letters that people mistake for one another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random;

    public RandomText(SecureRandom random) {
        this.random = random;
    }

    /** 256 bits, base64url. */
    String identifier() {
        byte[] octets = new byte[32];
        random.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** {@code chy_} and 256 bits; the prefix lets scanners of source code find a leaked one. */
    String token() {
        return TOKEN_PREFIX + identifier();
    }

    /** Four groups of five characters, about 99 bits; for typing once. */
    public String password() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i % 5 == 0 && i > 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    static String sha256Hex(String text) {
        return Der.ofOwned(text.getBytes(StandardCharsets.UTF_8)).sha256().hex();
    }
}
