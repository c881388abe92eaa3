package dev.chancery.core.profile;

import dev.chancery.core.x509.SubjectName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stands in the subject.
 *
 * @param fixed stands in every subject, before all else; {@code O=Example,C=DE} in YAML; may be empty
 * @param allowed what a request may set, with {@code from: request} only
 * @param required whether a certificate without a subject is refused
 * @param parts attributes one by one, fixed or with rules for what a request may say; behind {@code fixed}, in this order
 */
public record SubjectRule(
        SubjectSource from,
        SubjectName fixed,
        Set<SubjectAttribute> allowed,
        boolean required,
        List<SubjectPart> parts) {
    /** A name may have several of these; of all others, one. */
    static final Set<SubjectAttribute> REPEATABLE = Set.copyOf(EnumSet.of(SubjectAttribute.OU, SubjectAttribute.DC));

    public SubjectRule {
        allowed = Set.copyOf(allowed);
        parts = List.copyOf(parts);
        List<AskedAttribute> attributes = AskedAttribute.allOf(fixed);
        for (AskedAttribute part : attributes) {
            part.problem().ifPresent(problem -> {
                throw new IllegalArgumentException("fixed: " + problem);
            });
            need(
                    !part.is(SubjectAttribute.CN) || from == SubjectSource.FIXED,
                    "fixed: a common name is fixed only with from: fixed");
            need(
                    part.known().filter(allowed::contains).isEmpty(),
                    "fixed: " + part.label() + " is also listed under allowed; keep one");
        }
        boolean taken = !allowed.isEmpty()
                || parts.stream().anyMatch(part -> part.value().isEmpty());
        need(
                from != SubjectSource.REQUEST || taken,
                "from: request takes nothing while allowed is empty; list what a request may set, such as"
                        + " allowed: [CN]");
        need(
                from == SubjectSource.REQUEST || allowed.isEmpty(),
                "allowed: only from: request takes attributes from a request; write that, or delete allowed");
        checkParts(from, attributes, allowed, parts);
        need(
                from != SubjectSource.FIXED || !required || !fixed.isEmpty() || !parts.isEmpty(),
                "required: the fixed subject is empty; write one under fixed");
    }

    /** From the names, with nothing fixed. */
    public static SubjectRule defaults() {
        return new SubjectRule(SubjectSource.NAMES, SubjectName.EMPTY, Set.of(), false, List.of());
    }

    private static void checkParts(
            SubjectSource from, List<AskedAttribute> fixed, Set<SubjectAttribute> allowed, List<SubjectPart> parts) {
        Set<SubjectAttribute> seen = EnumSet.noneOf(SubjectAttribute.class);
        fixed.forEach(part -> part.known().ifPresent(seen::add));
        for (SubjectPart part : parts) {
            String label = part.attribute().label();
            boolean takes = part.value().isEmpty();
            need(
                    !takes || from == SubjectSource.REQUEST,
                    "parts: only from: request takes " + label + " from a request; write that, or a value for it");
            need(
                    takes || part.attribute() != SubjectAttribute.CN || from == SubjectSource.FIXED,
                    "parts: a common name is fixed only with from: fixed");
            need(!allowed.contains(part.attribute()), "parts: " + label + " is also listed under allowed; keep one");
            boolean again = !seen.add(part.attribute());
            need(
                    !again || !takes && REPEATABLE.contains(part.attribute()),
                    "parts: " + label
                            + " is already given; a subject has one, and several fixed ones of OU and DC only");
        }
    }

    private static void need(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    SubjectRule withoutPatterns() {
        List<SubjectPart> free = parts.stream()
                .map(part -> new SubjectPart(part.attribute(), part.value(), part.required(), Optional.empty()))
                .toList();
        return new SubjectRule(from, fixed, allowed, required, free);
    }

    /** Whether nothing is given that would stand in every subject. */
    boolean nothingFixed() {
        return fixed.isEmpty() && parts.stream().allMatch(part -> part.value().isEmpty());
    }

    /** What stands in every subject, in its order. */
    List<AskedAttribute> allFixed() {
        List<AskedAttribute> attributes = AskedAttribute.allOf(fixed);
        if (parts.isEmpty()) {
            return attributes;
        }
        List<AskedAttribute> all = new ArrayList<>(attributes);
        parts.forEach(part -> part.value().ifPresent(value -> all.add(AskedAttribute.of(part.attribute(), value))));
        return all;
    }

    /** What a request may set. */
    public Set<SubjectAttribute> taken() {
        if (parts.isEmpty()) {
            return allowed;
        }
        Set<SubjectAttribute> taken = EnumSet.noneOf(SubjectAttribute.class);
        taken.addAll(allowed);
        parts.stream().filter(part -> part.value().isEmpty()).forEach(part -> taken.add(part.attribute()));
        return taken;
    }

    /** {@code CN, O}, for messages. */
    String allowedInWords() {
        Set<SubjectAttribute> ordered = new TreeSet<>(taken());
        return String.join(", ", ordered.stream().map(SubjectAttribute::label).toList());
    }
}
