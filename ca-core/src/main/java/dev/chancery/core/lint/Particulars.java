package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a profile states in extensions other than those that every certificate has; whatever is not stated here must not
 * be there.
 *
 * @param policies {@code 1.2.3}, {@code 1.2.3 cps https://…}, {@code 1.2.3 notice text}
 * @param limits of a CA: {@code permitted dns:example.com}, {@code excluded ip:10.0.0.0/8},
 *     {@code require-explicit-policy 0}, {@code inhibit-policy-mapping 0}, {@code inhibit-any-policy 0}, {@code mapping
 *     1.2.3 to 1.2.4}
 * @param tlsFeatures TLS extension numbers (RFC 7633)
 * @param template Microsoft's, {@code 1.3.6.1.4.1.311.21.8.1 100.2}
 * @param custom DER of the value by object identifier
 * @param critical which of the custom ones are critical, though few verifiers know them
 * @param addresses in place of the CA's, by {@code crl}, {@code caIssuers}, {@code ocsp}; what is missing is not compared
 * @param access of subject information access: {@code 1.3.6.1.5.5.7.48.5 uri:http://…}
 * @param issuerNames of issuer alternative names: {@code email:pki@example.com}
 * @param attributes of the subject's directory attributes: {@code 1.3.6.1.5.5.7.9.4 13024445}, the value in hexadecimal
 * @param signatureHash {@code SHA256}; empty when it is the CA's choice
 * @param pss whether an RSA signature is RSASSA-PSS
 */
public record Particulars(
        Set<String> policies,
        Set<String> limits,
        Set<Integer> tlsFeatures,
        Optional<String> template,
        Map<String, Der> custom,
        Set<String> critical,
        Map<String, Set<String>> addresses,
        Set<String> access,
        Set<String> issuerNames,
        Set<String> attributes,
        Optional<String> signatureHash,
        boolean pss) {
    public Particulars {
        policies = Set.copyOf(policies);
        limits = Set.copyOf(limits);
        tlsFeatures = Set.copyOf(tlsFeatures);
        custom = Map.copyOf(custom);
        critical = Set.copyOf(critical);
        addresses = Map.copyOf(addresses);
        access = Set.copyOf(access);
        issuerNames = Set.copyOf(issuerNames);
        attributes = Set.copyOf(attributes);
    }

    /** Nothing of all this. */
    public static Particulars none() {
        return new Particulars(
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Map.of(),
                Set.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                false);
    }
}
