package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/** {@code AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }} (RFC 5280 §4.1.1.2). */
record AlgorithmIdentifier(String oid, Optional<DerCursor> parameters, Der encoded) {
    static AlgorithmIdentifier read(DerCursor element) {
        List<DerCursor> parts = Asn1.sequence(element, "AlgorithmIdentifier");
        if (parts.isEmpty() || parts.size() > 2) {
            throw new UnreadableException(
                    "an AlgorithmIdentifier has " + parts.size() + " parts, at octet " + element.offset());
        }
        return new AlgorithmIdentifier(
                Asn1.objectIdentifier(parts.get(0), "algorithm"),
                parts.size() == 2 ? Optional.of(parts.get(1)) : Optional.empty(),
                element.encoded());
    }

    boolean nullParameters() {
        return parameters.isPresent() && parameters.get().tag() == Asn1.NULL;
    }
}
