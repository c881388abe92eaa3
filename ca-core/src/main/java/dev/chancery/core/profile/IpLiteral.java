package dev.chancery.core.profile;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SubjectAltName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IP addresses as RFC 6943 §3.1.1 wants them read: four decimal numbers, or RFC 4291 text. No octal, no short forms, no
 * zones, and never a look-up: what is not a literal is not an address.
 */
final class IpLiteral {
    private static final int LONGEST = 45;
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private IpLiteral() {}

    static Optional<SubjectAltName.Ip> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<byte[]> octets = text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
        return octets.map(address -> new SubjectAltName.Ip(Der.ofOwned(address)));
    }

    private static Optional<byte[]> ipv4(String text) {
        if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        byte[] octets = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (!OCTET.matcher(parts[i]).matches() || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            octets[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(octets);
    }

    private static Optional<byte[]> ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(all -> all.size() == 8).map(all -> octets(all, List.of()));
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        if (before.indexOf('.') >= 0) {
            return Optional.empty();
        }
        return groups(before)
                .flatMap(head -> groups(after)
                        .filter(tail -> head.size() + tail.size() <= 7)
                        .map(tail -> octets(head, tail)));
    }

    /** Sixteen bits each; the last may be written as an IPv4 address. */
    private static Optional<List<Integer>> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (GROUP.matcher(parts[i]).matches()) {
                groups.add(Integer.parseInt(parts[i], 16));
                continue;
            }
            Optional<byte[]> ipv4 = i == parts.length - 1 ? ipv4(parts[i]) : Optional.empty();
            if (ipv4.isEmpty()) {
                return Optional.empty();
            }
            byte[] octets = ipv4.get();
            groups.add((octets[0] & 0xff) << 8 | octets[1] & 0xff);
            groups.add((octets[2] & 0xff) << 8 | octets[3] & 0xff);
        }
        return Optional.of(groups);
    }

    private static byte[] octets(List<Integer> head, List<Integer> tail) {
        byte[] octets = new byte[16];
        for (int i = 0; i < head.size(); i++) {
            put(octets, i, head.get(i));
        }
        for (int i = 0; i < tail.size(); i++) {
            put(octets, 8 - tail.size() + i, tail.get(i));
        }
        return octets;
    }

    private static void put(byte[] octets, int group, int value) {
        octets[2 * group] = (byte) (value >> 8);
        octets[2 * group + 1] = (byte) value;
    }
}
