package dev.chancery.core.lint;

import java.util.Optional;

/** With one, verifiers whose certificate points elsewhere refuse it. */
final class CrlNotPartitioned extends CrlRule {
    CrlNotPartitioned() {
        super(
                "crl-idp-absent",
                Severity.ERROR,
                "RFC 5280 §5.2.5",
                "issuingDistributionPoint",
                "A CRL that lists everything has no issuing distribution point.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.extension(ObjectIdentifiers.ISSUING_DISTRIBUTION_POINT).isPresent()
                ? wrong("issuingDistributionPoint stands in a CRL that is not partitioned")
                : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
