package dev.chancery.core.profile;

import dev.chancery.core.x509.CaConstraint;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes the certificate a CA's.
 *
 * @param pathLength how many CAs may stand below it; empty for any number
 * @param nameConstraints which names the certificates below it may have
 * @param policyRule how the policies of the certificates below it are judged
 */
public record CaRule(Optional<Integer> pathLength, NameConstraintsRule nameConstraints, PolicyRule policyRule) {
    public CaRule {
        if (pathLength.filter(length -> length < 0).isPresent()) {
            throw new IllegalArgumentException("path-length: is 0 or more, not " + pathLength.get());
        }
    }

    public CaRule(Optional<Integer> pathLength) {
        this(pathLength, NameConstraintsRule.defaults(), PolicyRule.defaults());
    }

    public CaConstraint constraint() {
        return new CaConstraint(pathLength.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }
}
