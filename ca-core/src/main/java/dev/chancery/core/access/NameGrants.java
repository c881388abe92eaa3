package dev.chancery.core.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which names may be issued to somebody without an approver (SECURITY.md rule 2).
 *
 * @param exact whole names of any kind, {@code web01.lab.example.com}, {@code 10.0.0.7}, {@code ops@example.com}
 * @param dnsSuffixes {@code lab.example.com} grants every host name that ends with it, and itself
 * @param wildcards whether {@code *.} below a granted suffix may be issued as well
 * @param ipRanges CIDR ranges, {@code 10.0.0.0/8}, {@code fd00::/8}
 * @param all every name of every kind
 */
public record NameGrants(
        List<String> exact, List<String> dnsSuffixes, boolean wildcards, List<String> ipRanges, boolean all) {
    public NameGrants {
        exact = exact.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        dnsSuffixes = dnsSuffixes.stream()
                .map(suffix -> suffix.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .toList();
        ipRanges = List.copyOf(ipRanges);
        ipRanges.forEach(IpRange::parse);
        if (dnsSuffixes.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("an empty DNS suffix would grant every name; say so with \"all\"");
        }
    }

    public static NameGrants nothing() {
        return new NameGrants(List.of(), List.of(), false, List.of(), false);
    }

    public static NameGrants everything() {
        return new NameGrants(List.of(), List.of(), true, List.of(), true);
    }

    /**
     * Whether one name is granted.
     *
     * @param kind {@code dns}, {@code ip}, {@code email}, {@code uri} or {@code upn}, as a SubjectAltName calls itself
     * @param text the checked name as text
     */
    public boolean cover(String kind, String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (all || exact.contains(name)) {
            return true;
        }
        return switch (kind) {
            case "dns" -> coversHost(name);
            case "ip" -> coversAddress(name);
            default -> false;
        };
    }

    /** Whether {@link #cover} can take the text as an address. */
    public static boolean isAddress(String text) {
        return IpRange.isAddress(text);
    }

    /** Exact ones as well, since an IPv6 address can be written in many ways. */
    private boolean coversAddress(String address) {
        return Stream.concat(ipRanges.stream(), exact.stream().filter(IpRange::isAddress))
                .map(IpRange::parse)
                .anyMatch(range -> range.contains(address));
    }

    private boolean coversHost(String name) {
        boolean wildcard = name.startsWith("*.");
        String host = wildcard ? name.substring(2) : name;
        if (wildcard && !wildcards) {
            return false;
        }
        return dnsSuffixes.stream().anyMatch(suffix -> host.equals(suffix) || host.endsWith("." + suffix));
    }

    /** In words: {@code *.lab.example.com, 10.0.0.0/8}; for pages and messages. */
    public String describe() {
        if (all) {
            return "every name";
        }
        java.util.List<String> parts = new java.util.ArrayList<>(exact);
        dnsSuffixes.forEach(
                suffix -> parts.add(suffix + " and names below it" + (wildcards ? ", with wildcards" : "")));
        parts.addAll(ipRanges);
        return parts.isEmpty() ? "no names" : String.join("; ", parts);
    }
}
