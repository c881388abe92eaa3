package dev.chancery.core.lint;

import java.util.Optional;

/** These are the curves that every TLS stack has. */
final class KeyEcCurveAllowed extends KeyRule {
    KeyEcCurveAllowed() {
        super("key-ec-curve-allowed", Severity.ERROR, "NIST SP 800-186 §3.2", "The curve is P-256, P-384 or P-521.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        Optional<String> curve = key.family() == KeyFamily.EC ? key.curveIdentifier() : Optional.empty();
        return curve.isEmpty() || NamedCurve.of(curve.get()).isPresent()
                ? fine()
                : wrong("the curve " + curve.get() + " is none of P-256, P-384, P-521");
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
