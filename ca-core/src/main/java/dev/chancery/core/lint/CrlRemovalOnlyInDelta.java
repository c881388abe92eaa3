package dev.chancery.core.lint;

import java.util.Optional;

/** In a full CRL the certificate is simply not listed; some verifiers take the entry for a revocation. */
final class CrlRemovalOnlyInDelta extends CrlEntryRule {
    CrlRemovalOnlyInDelta() {
        super(
                "crl-removal-only-in-delta",
                Severity.ERROR,
                "RFC 5280 §5.3.1",
                "reasonCode",
                "removeFromCRL (8) stands only in delta CRLs.");
    }

    @Override
    Optional<String> judge(CrlEntry entry, boolean delta) {
        return !delta && entry.reasonCode().filter(reason -> reason == 8).isPresent()
                ? wrong(entry.name() + " has removeFromCRL in a full CRL; leave the entry out")
                : fine();
    }
}
