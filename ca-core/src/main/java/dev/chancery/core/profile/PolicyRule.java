package dev.chancery.core.profile;

import java.util.List;
import java.util.Optional;

/**
 * How the policies of certificates below a CA are judged; numbers are of CA certificates that may follow first.
 *
 * @param requireExplicit from when on a valid policy is needed (RFC 5280 §4.2.1.11)
 * @param inhibitMapping from when on mappings do not count (RFC 5280 §4.2.1.11)
 * @param inhibitAny from when on anyPolicy does not count (RFC 5280 §4.2.1.14)
 */
public record PolicyRule(
        Optional<Integer> requireExplicit,
        Optional<Integer> inhibitMapping,
        Optional<Integer> inhibitAny,
        List<PolicyMapping> mappings) {
    private static final int MOST = 255;

    public PolicyRule {
        mappings = List.copyOf(mappings);
        check("require-explicit", requireExplicit);
        check("inhibit-mapping", inhibitMapping);
        check("inhibit-any", inhibitAny);
        if (mappings.stream().distinct().count() < mappings.size()) {
            throw new IllegalArgumentException("mappings: one is listed twice");
        }
    }

    public static PolicyRule defaults() {
        return new PolicyRule(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    private static void check(String key, Optional<Integer> certificates) {
        if (certificates.filter(number -> number < 0 || number > MOST).isPresent()) {
            throw new IllegalArgumentException(
                    key + ": is a number of CA certificates, 0 to " + MOST + ", not " + certificates.get());
        }
    }
}
