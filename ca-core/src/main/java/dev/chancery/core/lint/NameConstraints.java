package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code NameConstraints ::= SEQUENCE { permittedSubtrees [0] OPTIONAL, excludedSubtrees [1] OPTIONAL }} (RFC 5280
 * §4.2.1.10), and which names lie within.
 */
record NameConstraints(List<Subtree> permitted, List<Subtree> excluded) {
    private static final int PERMITTED = 0xa0;
    private static final int EXCLUDED = 0xa1;

    /**
     * {@code GeneralSubtree ::= SEQUENCE { base GeneralName, minimum [0] DEFAULT 0, maximum [1] OPTIONAL }}.
     *
     * @param plain without a minimum above zero and without a maximum
     */
    record Subtree(GeneralName base, boolean plain) {
        String shown() {
            return Shown.quoted(base.label());
        }
    }

    /** Empty when the certificate constrains nothing. */
    static Optional<NameConstraints> of(JudgedCertificate certificate) {
        return certificate.extension(ObjectIdentifiers.NAME_CONSTRAINTS).map(extension -> read(extension.value()));
    }

    private static NameConstraints read(DerCursor element) {
        List<Subtree> permitted = new ArrayList<>();
        List<Subtree> excluded = new ArrayList<>();
        for (DerCursor part : Asn1.sequence(element, "nameConstraints")) {
            if (part.tag() != PERMITTED && part.tag() != EXCLUDED) {
                throw new UnreadableException("nameConstraints has no part of that tag, at octet " + part.offset());
            }
            for (DerCursor subtree : part.children()) {
                (part.tag() == PERMITTED ? permitted : excluded).add(subtree(subtree));
            }
        }
        return new NameConstraints(List.copyOf(permitted), List.copyOf(excluded));
    }

    private static Subtree subtree(DerCursor element) {
        List<DerCursor> parts = Asn1.sequence(element, "GeneralSubtree");
        if (parts.isEmpty()) {
            throw new UnreadableException("a GeneralSubtree is empty, at octet " + element.offset());
        }
        GeneralName base = GeneralName.readAll(parts.subList(0, 1)).get(0);
        return new Subtree(base, parts.size() == 1);
    }

    List<Subtree> all() {
        List<Subtree> all = new ArrayList<>(permitted);
        all.addAll(excluded);
        return all;
    }

    /** The first name that is excluded, or that is of a form of which something is permitted but not this; for people. */
    Optional<String> firstOutside(EncodedName subject, List<GeneralName> names) {
        if (!subject.isEmpty() && outside(NameMatch.of(subject))) {
            return Optional.of("the subject");
        }
        for (GeneralName name : names) {
            if (outside(NameMatch.of(name))) {
                return Optional.of(Shown.quoted(name.label()));
            }
        }
        return Optional.empty();
    }

    private boolean outside(NameMatch name) {
        boolean constrained = false;
        boolean within = false;
        for (Subtree subtree : permitted) {
            if (subtree.base().tag() == name.form()) {
                constrained = true;
                within = within || name.within(subtree.base());
            }
        }
        for (Subtree subtree : excluded) {
            if (subtree.base().tag() == name.form() && name.touches(subtree.base())) {
                return true;
            }
        }
        return constrained && !within;
    }
}
