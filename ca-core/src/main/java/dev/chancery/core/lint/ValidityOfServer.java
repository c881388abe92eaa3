package dev.chancery.core.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Apple devices refuse longer ones, of private CAs too (Apple HT210176). */
final class ValidityOfServer extends CertificateRule {
    private static final Duration LONGEST = Duration.ofDays(825);

    ValidityOfServer() {
        super(
                "validity-of-server",
                Severity.WARNING,
                "CA/B Baseline Requirements 1.6 §6.3.2",
                "validity",
                "A server certificate lives 825 days at most.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<Instant> from = certificate.notBefore().instant();
        Optional<Instant> until = certificate.notAfter().instant();
        if (!certificate.standard().server() || certificate.ca() || from.isEmpty() || until.isEmpty()) {
            return fine();
        }
        Duration life = Duration.between(from.get(), until.get());
        return life.compareTo(LONGEST) <= 0 ? fine() : wrong("the server certificate lives " + life.toDays() + " days");
    }
}
