package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Locale;

/**
 * Whether a name lies in a subtree (RFC 5280 §4.2.1.10).
 *
 * @param form the tag of its GeneralName
 * @param text of hosts, mail addresses and URIs, with hosts in lower case
 * @param octets of addresses
 * @param rdns of directory names
 */
record NameMatch(int form, String text, Der octets, List<List<Attribute>> rdns) {
    static NameMatch of(EncodedName subject) {
        return new NameMatch(GeneralName.DIRECTORY_NAME, "", Der.fromHex(""), subject.rdns());
    }

    static NameMatch of(GeneralName name) {
        return new NameMatch(
                name.tag(),
                name.text(),
                name.octets(),
                name.tag() == GeneralName.DIRECTORY_NAME
                        ? EncodedName.read(name.element().wrapped()).rdns()
                        : List.of());
    }

    boolean within(GeneralName base) {
        return switch (form) {
            case GeneralName.DNS -> host(text, base.text());
            case GeneralName.EMAIL -> mail(base.text());
            case GeneralName.URI -> domain(Characters.uriHost(text), base.text());
            case GeneralName.IP -> network(base.element().content());
            case GeneralName.DIRECTORY_NAME ->
                below(EncodedName.read(base.element().wrapped()).rdns());
            default -> octets.equals(base.octets());
        };
    }

    /** The same for exclusions: a wildcard also stands for what it covers. */
    boolean touches(GeneralName base) {
        return within(base) || form == GeneralName.DNS && text.startsWith("*.") && host(base.text(), text.substring(2));
    }

    private static boolean host(String name, String base) {
        String host = name.toLowerCase(Locale.ROOT);
        String domain = base.toLowerCase(Locale.ROOT);
        return domain.isEmpty() || host.equals(domain) || host.endsWith(domain.startsWith(".") ? domain : "." + domain);
    }

    private boolean mail(String base) {
        int at = text.lastIndexOf('@');
        int baseAt = base.lastIndexOf('@');
        String host = text.substring(at + 1);
        return baseAt < 0
                ? domain(host, base)
                : text.substring(0, Math.max(0, at)).equals(base.substring(0, baseAt))
                        && host.equalsIgnoreCase(base.substring(baseAt + 1));
    }

    /** A host by itself, or everything below a domain with a dot in front. */
    private static boolean domain(String host, String base) {
        String lower = host.toLowerCase(Locale.ROOT);
        String wanted = base.toLowerCase(Locale.ROOT);
        return wanted.startsWith(".") ? lower.endsWith(wanted) : lower.equals(wanted);
    }

    private boolean network(byte[] base) {
        byte[] address = octets.unsafeOctets();
        if (base.length != 2 * address.length) {
            return false;
        }
        for (int i = 0; i < address.length; i++) {
            if (((address[i] ^ base[i]) & base[address.length + i]) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean below(List<List<Attribute>> base) {
        if (base.size() > rdns.size()) {
            return false;
        }
        for (int i = 0; i < base.size(); i++) {
            if (!same(base.get(i), rdns.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(List<Attribute> one, List<Attribute> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).oid().equals(other.get(i).oid())
                    || !folded(one.get(i)).equals(folded(other.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static String folded(Attribute attribute) {
        return attribute.text().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
