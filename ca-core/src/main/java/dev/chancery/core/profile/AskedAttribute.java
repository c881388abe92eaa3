package dev.chancery.core.profile;

import dev.chancery.core.x509.SubjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * One attribute of a subject as somebody wrote it, unjudged.
 *
 * @param known the attribute, when it is one that a profile can grant
 * @param label what people call it; the object identifier when it has no name
 * @param text the value, when it is a text at all
 */
record AskedAttribute(Optional<SubjectAttribute> known, String label, Optional<String> text) {
    /** In the order of the encoding; the parts of a multi-valued RDN one by one. */
    static List<AskedAttribute> allOf(SubjectName name) {
        if (name.equals(SubjectName.EMPTY)) {
            return List.of();
        }
        List<AskedAttribute> found = new ArrayList<>();
        for (RDN rdn : name.x500Name().getRDNs()) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                found.add(of(part));
            }
        }
        return found;
    }

    static AskedAttribute of(SubjectAttribute attribute, String value) {
        return new AskedAttribute(Optional.of(attribute), attribute.label(), Optional.of(value));
    }

    private static AskedAttribute of(AttributeTypeAndValue part) {
        Optional<SubjectAttribute> known = SubjectAttribute.of(part.getType());
        String displayed = BCStyle.INSTANCE.oidToDisplayName(part.getType());
        String label = known.map(SubjectAttribute::label)
                .orElse(displayed == null ? part.getType().getId() : displayed);
        // A value written as #hex can be any ASN.1; what is not a string is not a value that anybody can judge.
        Optional<String> text =
                part.getValue() instanceof ASN1String string ? Optional.of(string.getString()) : Optional.empty();
        return new AskedAttribute(known, label, text);
    }

    boolean is(SubjectAttribute attribute) {
        return known.filter(attribute::equals).isPresent();
    }

    /** What is wrong with it, whatever the profile; a whole sentence. */
    Optional<String> problem() {
        if (known.isEmpty()) {
            return Optional.of("The attribute " + label + " never stands in a subject here.");
        }
        if (text.isEmpty()) {
            return Optional.of("The value of " + label + " is not a text.");
        }
        return known.get().problem(text.get()).map(problem -> shown() + " in the subject " + problem + ".");
    }

    String value() {
        return text.orElse("");
    }

    /** {@code O="Example"}. */
    String shown() {
        return label + "=" + Quoted.of(value());
    }
}
