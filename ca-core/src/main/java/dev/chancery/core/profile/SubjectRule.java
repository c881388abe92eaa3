package dev.chancery.core.profile;

import dev.chancery.core.x509.SubjectName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stands in the subject.
 *
 * @param fixed stands in every subject, before all else; {@code O=Example,C=DE} in YAML; may be empty
 * @param allowed what a request may set, with {@code from: request} only
 * @param required whether a certificate without a subject is refused
 */
public record SubjectRule(SubjectSource from, SubjectName fixed, Set<SubjectAttribute> allowed, boolean required) {
    public SubjectRule {
        allowed = Set.copyOf(allowed);
        List<AskedAttribute> parts = AskedAttribute.allOf(fixed);
        for (AskedAttribute part : parts) {
            part.problem().ifPresent(problem -> {
                throw new IllegalArgumentException("fixed: " + problem);
            });
            if (part.is(SubjectAttribute.CN) && from != SubjectSource.FIXED) {
                throw new IllegalArgumentException("fixed: a common name is fixed only with from: fixed");
            }
            if (part.known().filter(allowed::contains).isPresent()) {
                throw new IllegalArgumentException(
                        "fixed: " + part.label() + " is also listed under allowed; keep one");
            }
        }
        if (from == SubjectSource.REQUEST && allowed.isEmpty()) {
            throw new IllegalArgumentException("from: request takes nothing while allowed is empty; list what a request"
                    + " may set, such as allowed: [CN]");
        }
        if (from != SubjectSource.REQUEST && !allowed.isEmpty()) {
            throw new IllegalArgumentException(
                    "allowed: only from: request takes attributes from a request; write that," + " or delete allowed");
        }
        if (from == SubjectSource.FIXED && required && fixed.isEmpty()) {
            throw new IllegalArgumentException("required: the fixed subject is empty; write one under fixed");
        }
    }

    /** From the names, with nothing fixed. */
    public static SubjectRule defaults() {
        return new SubjectRule(SubjectSource.NAMES, SubjectName.EMPTY, Set.of(), false);
    }

    /** {@code CN, O}, for messages. */
    String allowedInWords() {
        Set<SubjectAttribute> ordered = new TreeSet<>(allowed);
        return String.join(", ", ordered.stream().map(SubjectAttribute::label).toList());
    }
}
