package dev.chancery.core.profile;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kinds of alternative names, how many, and whether wildcards may be asked for at all.
 *
 * @param minimum 0 for a certificate that may go without
 * @param wildcards {@code *.lab.example.com}
 * @param counts numbers for one kind alone
 */
public record NamesRule(Set<NameKind> kinds, int minimum, int maximum, boolean wildcards, NameCounts counts) {
    /** Each name costs work and bytes in every handshake; no real server has more. */
    static final int MOST = 1000;

    public NamesRule {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
        if (minimum < 0 || maximum < minimum || maximum > MOST) {
            throw new IllegalArgumentException((minimum < 0 ? "minimum: " : "maximum: ") + "minimum " + minimum
                    + " and maximum " + maximum + " do not fit: 0 ≤ minimum ≤ maximum ≤ " + MOST + " is needed");
        }
        if (kinds.isEmpty() && maximum > 0) {
            throw new IllegalArgumentException("kinds: is empty, so no name can be granted: list kinds (dns, ip, email,"
                    + " uri, upn), or set maximum to 0");
        }
        if (!kinds.isEmpty() && maximum == 0) {
            throw new IllegalArgumentException("maximum: is 0, so no name can be granted: raise it, or delete kinds");
        }
        if (wildcards && !kinds.contains(NameKind.DNS)) {
            throw new IllegalArgumentException("wildcards: only host names have wildcards; add dns to kinds");
        }
        counts.check(kinds, maximum);
    }

    /** Without numbers for one kind alone. */
    public NamesRule(Set<NameKind> kinds, int minimum, int maximum, boolean wildcards) {
        this(kinds, minimum, maximum, wildcards, NameCounts.defaults());
    }

    /** No names. */
    public static NamesRule defaults() {
        return new NamesRule(Set.of(), 0, 0, false);
    }

    /** {@code host names and IP addresses}. */
    public String words() {
        if (kinds.isEmpty()) {
            return "no alternative names";
        }
        return EnumSet.copyOf(kinds).stream().map(NameKind::words).collect(Collectors.joining(" and "));
    }
}
