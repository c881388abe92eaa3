package dev.chancery.core.lint;

import java.util.Optional;

/** Without it nobody knows when the CRL is stale. */
final class CrlNextUpdatePresent extends CrlRule {
    CrlNextUpdatePresent() {
        super("crl-next-update-present", Severity.ERROR, "RFC 5280 §5.1.2.5", "nextUpdate", "nextUpdate is present.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.nextUpdate().isPresent() ? fine() : wrong("nextUpdate is missing");
    }
}
