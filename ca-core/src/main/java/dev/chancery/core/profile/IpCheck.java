package dev.chancery.core.profile;

import dev.chancery.core.x509.HostName;
import dev.chancery.core.x509.SubjectAltName;
import java.util.Optional;

/** IP addresses that a server can have, and what people write in their place. */
final class IpCheck {
    private IpCheck() {}

    static Optional<NameProblem> check(String text) {
        return IpLiteral.parse(text).map(address -> unusable(text, address)).orElseGet(() -> Optional.of(notIp(text)));
    }

    private static NameProblem notIp(String text) {
        String shown = Quoted.of(text);
        String rule = "name-not-ip";
        if (text.indexOf('/') >= 0) {
            return NameProblem.of(rule, shown + " is a range or a URL; give single addresses, such as 10.0.0.7.");
        }
        Optional<String> correction = correction(text);
        if (correction.isPresent()) {
            return NameProblem.suggesting(rule, shown + " is not a plain IP address.", correction.get());
        }
        if (HostName.check(text).isEmpty()) {
            return NameProblem.of(rule, shown + " is not an IP address; give it as a host name.");
        }
        return NameProblem.of(
                rule, shown + " is not an IP address; write it like 10.0.0.7 or 2001:db8::7, without leading zeros.");
    }

    /** Without the space, the brackets of a URL, or the zone of one machine's interface. */
    private static Optional<String> correction(String text) {
        String plain = text.strip().replaceFirst("^\\[(.*)]$", "$1").replaceFirst("%.*$", "");
        return IpLiteral.parse(plain).isPresent() && check(plain).isEmpty() ? Optional.of(plain) : Optional.empty();
    }

    private static Optional<NameProblem> unusable(String text, SubjectAltName.Ip address) {
        byte[] octets = address.address().unsafeOctets();
        if (octets.length == 16 && mapped(octets)) {
            String ipv4 = (octets[12] & 0xff) + "." + (octets[13] & 0xff) + "." + (octets[14] & 0xff) + "."
                    + (octets[15] & 0xff);
            return Optional.of(NameProblem.suggesting(
                    "name-ip-mapped",
                    Quoted.of(text) + " is an IPv4 address in IPv6 form; clients compare it as IPv4.",
                    ipv4));
        }
        boolean multicast = octets.length == 4 ? (octets[0] & 0xff) >= 224 : (octets[0] & 0xff) == 0xff;
        boolean unspecified = true;
        for (byte octet : octets) {
            unspecified &= octet == 0;
        }
        return multicast || unspecified
                ? Optional.of(NameProblem.of(
                        "name-ip-unusable",
                        Quoted.of(text) + " is not the address of one server (RFC 6890); give the one that clients"
                                + " connect to."))
                : Optional.empty();
    }

    /** {@code ::ffff:a.b.c.d} (RFC 4291 §2.5.5.2). */
    private static boolean mapped(byte[] octets) {
        for (int i = 0; i < 10; i++) {
            if (octets[i] != 0) {
                return false;
            }
        }
        return octets[10] == (byte) 0xff && octets[11] == (byte) 0xff;
    }
}
