package dev.chancery.core.profile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many names of each kind, within the numbers for all kinds together. */
public record NameCounts(
        Optional<NameCount> dns,
        Optional<NameCount> ip,
        Optional<NameCount> email,
        Optional<NameCount> uri,
        Optional<NameCount> upn) {

    /**
     * Both inclusive.
     *
     * @param maximum 0 is written by leaving the kind out of {@code kinds}
     */
    public record NameCount(int minimum, int maximum) {
        public NameCount {
            if (minimum < 0) {
                throw new IllegalArgumentException("minimum: is 0 to " + NamesRule.MOST + ", not " + minimum);
            }
            if (maximum < Math.max(1, minimum) || maximum > NamesRule.MOST) {
                throw new IllegalArgumentException("maximum: " + maximum + " does not fit: it is at least minimum ("
                        + minimum + "), at least 1 and at most " + NamesRule.MOST);
            }
        }

        public static NameCount defaults() {
            return new NameCount(0, NamesRule.MOST);
        }
    }

    public static NameCounts defaults() {
        return new NameCounts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Optional<NameCount> of(NameKind kind) {
        return switch (kind) {
            case DNS -> dns;
            case IP -> ip;
            case EMAIL -> email;
            case URI -> uri;
            case UPN -> upn;
        };
    }

    boolean isEmpty() {
        return List.of(dns, ip, email, uri, upn).stream().allMatch(Optional::isEmpty);
    }

    /** @param kinds those that the profile grants */
    void check(Collection<NameKind> kinds, int maximum) {
        int least = 0;
        for (NameKind kind : NameKind.values()) {
            Optional<NameCount> count = of(kind);
            if (count.isPresent() && !kinds.contains(kind)) {
                throw new IllegalArgumentException("counts." + kind.key() + ": there are no " + kind.words()
                        + " here; add " + kind.key() + " to kinds, or delete this");
            }
            least += count.map(NameCount::minimum).orElse(0);
        }
        if (least > maximum) {
            throw new IllegalArgumentException(
                    "counts: the minima add up to " + least + ", and maximum is " + maximum + "; raise maximum");
        }
    }

    /** What is wrong with these numbers of names, in words that follow {@code the profile …}. */
    List<String> problems(Map<NameKind, Integer> found) {
        return java.util.Arrays.stream(NameKind.values())
                .flatMap(kind -> problem(kind, found.getOrDefault(kind, 0)).stream())
                .toList();
    }

    private Optional<String> problem(NameKind kind, int found) {
        Optional<NameCount> count = of(kind);
        if (count.filter(limits -> found < limits.minimum()).isPresent()) {
            return Optional.of("needs at least " + count.get().minimum() + " " + kind.words() + ", and the request has "
                    + found + ".");
        }
        return count.filter(limits -> found > limits.maximum())
                .map(limits -> "takes at most " + limits.maximum() + " " + kind.words() + ", and the request has "
                        + found + ".");
    }
}
