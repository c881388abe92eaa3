package dev.chancery.core.lint;

import java.util.Optional;

/** The profile says what is granted; a request that cannot be granted as it stands surprises its author. */
final class RequestKeyUsageFitsKey extends RequestRule {
    RequestKeyUsageFitsKey() {
        super(
                "csr-key-usage-fits-key",
                Severity.WARNING,
                "RFC 8813 §3",
                "keyUsage",
                "A key that only signs does not ask to encipher.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        Optional<KeyUsageBits> usage = request.standard().keyUsage();
        return !request.key().family().rsa()
                        && usage.isPresent()
                        && (usage.get().has(KeyUsageBits.KEY_ENCIPHERMENT)
                                || usage.get().has(KeyUsageBits.DATA_ENCIPHERMENT))
                ? wrong("a key that is not RSA asks for " + usage.get())
                : fine();
    }
}
