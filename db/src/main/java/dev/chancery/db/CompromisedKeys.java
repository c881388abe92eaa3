package dev.chancery.db;

import dev.chancery.core.x509.Der;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether a public key may be among those that were compromised, without asking the database: nearly every request is for
 * one that is not. Holds eight octets of each key's hash; what they match, the table has to confirm.
 */
final class CompromisedKeys {
    private static final int DIGITS = 16;

    private final Set<Long> beginnings = ConcurrentHashMap.newKeySet();
    private volatile boolean loaded;

    /** By the writer, before it commits; one too many does no harm. */
    void add(String sha256) {
        beginnings.add(beginning(sha256));
    }

    boolean mayHold(Der sha256, Jdbi jdbi) {
        if (!loaded) {
            load(jdbi);
        }
        return beginnings.contains(beginning(sha256.hex()));
    }

    private synchronized void load(Jdbi jdbi) {
        if (!loaded) {
            jdbi.useHandle(handle -> handle.createQuery("SELECT key_sha256 FROM compromised_key")
                    .mapTo(String.class)
                    .forEach(this::add));
            loaded = true;
        }
    }

    private static Long beginning(String sha256) {
        return Long.parseUnsignedLong(sha256, 0, DIGITS, 16);
    }
}
