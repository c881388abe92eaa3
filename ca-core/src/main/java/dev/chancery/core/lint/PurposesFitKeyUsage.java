package dev.chancery.core.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A purpose whose usage is missing is allowed by one extension and forbidden by the other. */
final class PurposesFitKeyUsage extends CertificateRule {
    private static final List<String> SIGNING =
            List.of(KeyUsageBits.DIGITAL_SIGNATURE, KeyUsageBits.CONTENT_COMMITMENT);

    private static final Map<String, List<String>> NEEDED = Map.of(
            ObjectIdentifiers.SERVER_AUTH,
            List.of(KeyUsageBits.DIGITAL_SIGNATURE, KeyUsageBits.KEY_ENCIPHERMENT, KeyUsageBits.KEY_AGREEMENT),
            ObjectIdentifiers.CLIENT_AUTH,
            List.of(KeyUsageBits.DIGITAL_SIGNATURE, KeyUsageBits.KEY_AGREEMENT),
            ObjectIdentifiers.CODE_SIGNING,
            List.of(KeyUsageBits.DIGITAL_SIGNATURE),
            ObjectIdentifiers.EMAIL_PROTECTION,
            List.of(
                    KeyUsageBits.DIGITAL_SIGNATURE,
                    KeyUsageBits.CONTENT_COMMITMENT,
                    KeyUsageBits.KEY_ENCIPHERMENT,
                    KeyUsageBits.KEY_AGREEMENT),
            ObjectIdentifiers.TIME_STAMPING,
            SIGNING,
            ObjectIdentifiers.OCSP_SIGNING,
            SIGNING);

    PurposesFitKeyUsage() {
        super(
                "eku-fits-key-usage",
                Severity.ERROR,
                "RFC 5280 §4.2.1.12",
                "extKeyUsage",
                "keyUsage allows each purpose that extKeyUsage lists.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<KeyUsageBits> usage = certificate.standard().keyUsage();
        if (usage.isPresent() && certificate.endEntity()) {
            for (String purpose : certificate.standard().purposes().orElse(List.of())) {
                List<String> needed = NEEDED.getOrDefault(purpose, List.of());
                if (!needed.isEmpty() && needed.stream().noneMatch(usage.get()::has)) {
                    return wrong("purpose " + purpose + " needs the key usage " + String.join(" or ", needed)
                            + ", and keyUsage has " + usage.get());
                }
            }
        }
        return fine();
    }
}
