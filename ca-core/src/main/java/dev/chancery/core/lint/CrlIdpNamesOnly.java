package dev.chancery.core.lint;

import java.util.Optional;

/** Our partitions hold every kind of certificate and every reason; whoever reads more into it misses some. */
final class CrlIdpNamesOnly extends CrlRule {
    CrlIdpNamesOnly() {
        super(
                "crl-idp-names-only",
                Severity.ERROR,
                "RFC 5280 §5.2.5",
                "issuingDistributionPoint",
                "The issuing distribution point of a partition is a fullName of URIs, and nothing else.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        Optional<IssuingDistributionPoint> point = crl.distributionPoint();
        if (point.isEmpty()) {
            return fine();
        }
        boolean uris = !point.get().fullName().isEmpty()
                && point.get().fullName().stream().allMatch(GeneralName::uri);
        if (!uris) {
            return wrong("issuingDistributionPoint has no fullName that consists of URIs");
        }
        return point.get().more()
                ? wrong("issuingDistributionPoint says more than where the CRL is: it limits what the CRL covers")
                : fine();
    }

    /** Others may well divide their CRLs by kind or reason. */
    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
