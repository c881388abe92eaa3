package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/** A pointer that cannot be followed leaves clients with the older list. */
final class CrlFreshestForm extends CrlRule {
    CrlFreshestForm() {
        super(
                "crl-freshest-form",
                Severity.ERROR,
                "RFC 5280 §5.2.6",
                "freshestCRL",
                "freshestCRL names addresses of the delta CRL, and neither reasons nor a cRLIssuer.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        Optional<DerCursor> value =
                crl.extension(ObjectIdentifiers.FRESHEST_CRL).map(JudgedExtension::value);
        if (value.isEmpty()) {
            return fine();
        }
        List<DistributionPoint> points = DistributionPoint.readAll(value.get());
        for (DistributionPoint point : points) {
            boolean addresses = !point.fullName().isEmpty()
                    && point.fullName().stream().allMatch(name -> name.uri() && Characters.absoluteUri(name.text()));
            if (!addresses || point.reasons() || point.crlIssuer()) {
                return wrong("freshestCRL has a point without an address, or with reasons or a cRLIssuer");
            }
        }
        return points.isEmpty() ? wrong("freshestCRL is empty") : fine();
    }
}
