package dev.chancery.core.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** With one of these an attacker logs on as any user (ESC3, ESC1). */
final class PurposesHarmless extends CertificateRule {
    private static final Map<String, String> REFUSED = Map.of(
            "1.3.6.1.4.1.311.20.2.1", "enrolment agent",
            "1.3.6.1.4.1.311.20.2.2", "smart-card logon",
            "1.3.6.1.5.2.3.4", "PKINIT client authentication",
            "1.3.6.1.5.2.3.5", "PKINIT KDC");

    PurposesHarmless() {
        super(
                "eku-not-impersonating",
                Severity.ERROR,
                "RFC 4556 §3.2.2",
                "extKeyUsage",
                "No purpose lets the holder act as somebody else: enrolment agent, smart-card logon, " + "PKINIT.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (String purpose : certificate.standard().purposes().orElse(List.of())) {
            if (REFUSED.containsKey(purpose)) {
                return wrong("extKeyUsage has " + REFUSED.get(purpose) + " (" + purpose + ")");
            }
        }
        return fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
