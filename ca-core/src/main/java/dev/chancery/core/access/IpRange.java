package dev.chancery.core.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A CIDR range of IPv4 or IPv6 addresses. */
final class IpRange {
    private final byte[] network;
    private final int prefix;

    private IpRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    static IpRange parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = literal(slash < 0 ? text : text.substring(0, slash));
        int prefix = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > network.length * 8) {
            throw new IllegalArgumentException("\"" + text + "\": the prefix is 0 to " + network.length * 8);
        }
        return new IpRange(network, prefix);
    }

    /** A single address, without a prefix. */
    static boolean isAddress(String text) {
        try {
            return literal(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean contains(String address) {
        byte[] octets = literal(address);
        if (octets.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((octets[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] literal(String text) {
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") && !(text.contains(":") && text.matches("[0-9a-fA-F:.]+"))) {
            throw new IllegalArgumentException("\"" + text + "\" is not an IP address or range such as 10.0.0.0/8");
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not an IP address", e);
        }
    }
}
