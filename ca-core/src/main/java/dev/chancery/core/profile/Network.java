package dev.chancery.core.profile;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SubjectAltName;
import java.util.Optional;

/**
 * A network of IP addresses in CIDR form (RFC 4632).
 *
 * @param octets address and mask, 8 or 32 octets, as in name constraints (RFC 5280 §4.2.1.10)
 */
public record Network(Der octets) {
    /** Empty when it is none, or when bits stand behind the prefix. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        Optional<SubjectAltName.Ip> address = IpLiteral.parse(text.substring(0, slash));
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return address.flatMap(ip -> of(ip.address().octets(), prefix));
    }

    private static Optional<Network> of(byte[] address, int prefix) {
        if (prefix > address.length * 8) {
            return Optional.empty();
        }
        byte[] both = new byte[address.length * 2];
        for (int i = 0; i < address.length; i++) {
            int bits = Math.max(0, Math.min(8, prefix - 8 * i));
            int mask = 0xff << (8 - bits) & 0xff;
            if ((address[i] & ~mask & 0xff) != 0) {
                return Optional.empty();
            }
            both[i] = address[i];
            both[address.length + i] = (byte) mask;
        }
        return Optional.of(new Network(Der.ofOwned(both)));
    }
}
