package dev.chancery.core.lint;

import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.Der;
import java.util.Optional;
import java.util.Set;

/**
 * What the finished certificate must turn out to be, stated by the profile and compared by the judge.
 *
 * @param issuer DER of the issuer's certificate; empty for a self-signed root
 * @param ca the constraint of a CA certificate; empty for an end entity
 * @param keyUsages RFC 5280 names, {@code digitalSignature}
 * @param extendedKeyUsages object identifiers, dotted
 * @param names the granted SAN texts in the form {@code dns:www.example.com}, compared as a set
 * @param revocationChecked whether a CDP must be there (all but the root, and OCSP responders with nocheck)
 * @param particulars what stands in the further extensions
 * @param weights the rules that the profile turns down
 */
public record Expectation(
        Optional<Der> issuer,
        Optional<CaConstraint> ca,
        Set<String> keyUsages,
        Set<String> extendedKeyUsages,
        Set<String> names,
        boolean revocationChecked,
        Particulars particulars,
        Weights weights) {
    public Expectation {
        keyUsages = Set.copyOf(keyUsages);
        extendedKeyUsages = Set.copyOf(extendedKeyUsages);
        names = Set.copyOf(names);
    }
}
