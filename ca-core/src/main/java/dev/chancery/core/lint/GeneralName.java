package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One GeneralName, as its context tag and element (RFC 5280 §4.2.1.6).
 *
 * @param text the octets as Latin-1, so that nothing in them is hidden
 */
record GeneralName(int tag, DerCursor element, String text) {
    static final int OTHER_NAME = 0xa0;
    static final int EMAIL = 0x81;
    static final int DNS = 0x82;
    static final int X400 = 0xa3;
    static final int DIRECTORY_NAME = 0xa4;
    static final int EDI_PARTY = 0xa5;
    static final int URI = 0x86;
    static final int IP = 0x87;
    static final int REGISTERED_ID = 0x88;

    static List<GeneralName> readAll(List<DerCursor> elements) {
        List<GeneralName> names = new ArrayList<>(elements.size());
        for (DerCursor element : elements) {
            if ((element.tag() & 0xc0) != 0x80 || (element.tag() & 0x1f) > 8) {
                throw new UnreadableException(String.format(
                        "no GeneralName has the tag 0x%02x, at octet %d", element.tag(), element.offset()));
            }
            names.add(new GeneralName(element.tag(), element, Asn1.text(element)));
        }
        return List.copyOf(names);
    }

    boolean dns() {
        return tag == DNS;
    }

    boolean ip() {
        return tag == IP;
    }

    boolean uri() {
        return tag == URI;
    }

    boolean email() {
        return tag == EMAIL;
    }

    /** An OtherName holding a Microsoft user principal name. */
    boolean upn() {
        return otherValue(ObjectIdentifiers.USER_PRINCIPAL_NAME).isPresent();
    }

    /** The value of {@code OtherName ::= SEQUENCE { type-id, value [0] EXPLICIT ANY }} of that type. */
    Optional<DerCursor> otherValue(String type) {
        if (tag != OTHER_NAME) {
            return Optional.empty();
        }
        List<DerCursor> parts = element.children();
        return parts.size() == 2
                        && Asn1.objectIdentifier(parts.get(0), "type-id").equals(type)
                ? Optional.of(parts.get(1).wrapped())
                : Optional.empty();
    }

    Der octets() {
        return Der.ofOwned(element.content());
    }

    /** {@code dns:www.example.com}, {@code ip:10.0.0.1}: as expectations name it, with the case of hosts folded. */
    String label() {
        return switch (tag) {
            case DNS -> "dns:" + text().toLowerCase(Locale.ROOT);
            case IP -> "ip:" + address();
            case EMAIL -> "email:" + text();
            case URI -> "uri:" + text();
            case OTHER_NAME -> upn() ? "upn:" + principal() : "other:" + octets().hex();
            case DIRECTORY_NAME -> "directory:" + octets().hex();
            default -> String.format("[%d]:%s", tag & 0x1f, octets().hex());
        };
    }

    private String address() {
        try {
            return InetAddress.getByAddress(element.content()).getHostAddress();
        } catch (UnknownHostException e) {
            return octets().hex();
        }
    }

    private String principal() {
        return Asn1.text(element.children().get(1).wrapped());
    }
}
