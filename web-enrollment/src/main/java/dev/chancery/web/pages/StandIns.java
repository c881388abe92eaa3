package dev.chancery.web.pages;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.pfx.GeneratedKey;
import dev.chancery.core.x509.Der;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;

/**
 * Signing requests in place of those that are still to be made, so that a form can be judged before there is a key. One
 * of each kind, made when it is first needed; nobody has its key any more, and it asks for nothing.
 */
final class StandIns {
    private final SecureRandom random;
    private final Map<KeyAlgorithm, Der> made = new EnumMap<>(KeyAlgorithm.class);

    StandIns(SecureRandom random) {
        this.random = random;
    }

    synchronized Der of(KeyAlgorithm algorithm) {
        return made.computeIfAbsent(algorithm, wanted -> request(GeneratedKey.make(wanted, random)));
    }

    /** What a key asks with. */
    static Der request(GeneratedKey key) {
        return Der.ofOwned(key.requestPem().getBytes(StandardCharsets.US_ASCII));
    }
}
