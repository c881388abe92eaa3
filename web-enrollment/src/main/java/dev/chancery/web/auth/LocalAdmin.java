package dev.chancery.web.auth;

import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Locale;

/**
 * Whoever can read {@code admin.token} in the data directory: every role, every name (CONTRACT.md).
 *
 * @param tokenSha256Hex of the token's text
 */
public record LocalAdmin(String tokenSha256Hex) {
    public static final String NAME = "local-admin";

    public LocalAdmin {
        tokenSha256Hex = tokenSha256Hex.toLowerCase(Locale.ROOT);
        if (!tokenSha256Hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "the local administrator's token is given by its SHA-256, 64 hex digits");
        }
    }

    boolean holds(String sha256Hex) {
        return MessageDigest.isEqual(
                tokenSha256Hex.getBytes(StandardCharsets.US_ASCII), sha256Hex.getBytes(StandardCharsets.US_ASCII));
    }

    /** Has no account. */
    public Requester requester() {
        return new Requester(NAME, EnumSet.allOf(Role.class), NameGrants.everything(), "token");
    }
}
