package dev.chancery.core.issuance;

import dev.chancery.core.profile.ConstrainedNames;
import dev.chancery.core.profile.NameConstraintsRule;
import dev.chancery.core.profile.Network;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.jspecify.annotations.Nullable;

/** Name constraints (RFC 5280 §4.2.1.10). */
final class ConstraintExtensions {
    private ConstraintExtensions() {}

    /**
     * <pre>
     * NameConstraints ::= SEQUENCE { permittedSubtrees [0] OPTIONAL, excludedSubtrees [1] OPTIONAL }
     * GeneralSubtree  ::= SEQUENCE { base GeneralName, minimum [0] DEFAULT 0 }
     * </pre>
     */
    static Extension nameConstraints(NameConstraintsRule rule) {
        return Extensions.critical(
                Extension.nameConstraints, new NameConstraints(subtrees(rule.permitted()), subtrees(rule.excluded())));
    }

    /** Null where there are none, as the library wants it. */
    private static GeneralSubtree @Nullable [] subtrees(ConstrainedNames names) {
        List<GeneralName> bases = new ArrayList<>();
        names.dns().forEach(text -> bases.add(new GeneralName(GeneralName.dNSName, text)));
        names.ip().forEach(text -> bases.add(network(text)));
        names.email().forEach(text -> bases.add(new GeneralName(GeneralName.rfc822Name, text)));
        names.uri().forEach(text -> bases.add(new GeneralName(GeneralName.uniformResourceIdentifier, text)));
        names.directory().forEach(name -> bases.add(new GeneralName(X500Name.getInstance(ExactDer.read(name.der())))));
        return bases.isEmpty() ? null : bases.stream().map(GeneralSubtree::new).toArray(GeneralSubtree[]::new);
    }

    private static GeneralName network(String text) {
        Network network = Network.parse(text)
                .orElseThrow(() -> new IllegalStateException(text + " was taken for a network when it was read"));
        return new GeneralName(
                GeneralName.iPAddress, new DEROctetString(network.octets().octets()));
    }
}
