package dev.chancery.core.inspection;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a piece of DER is, told by its outermost elements alone.
 *
 * @param kind one, or none when it is none of them
 * @param bag the certificates and CRLs in a PKCS #7 file (RFC 2315 §9.1)
 * @param what it is instead, in a sentence
 */
record Shape(List<Kind> kind, List<Der> bag, String what) {
    private static final Der SIGNED_DATA = Der.fromHex("06092a864886f70d010702");
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int ENUMERATED = 0x0a;
    private static final int SEQUENCE = 0x30;
    private static final int TAGGED_0 = 0xa0;
    private static final int TAGGED_1 = 0xa1;

    /** @throws IllegalArgumentException when it is no DER */
    static Shape of(Der der) {
        DerCursor top = DerCursor.of(der);
        List<DerCursor> parts = top.tag() == SEQUENCE ? top.children() : List.of();
        if (!parts.isEmpty() && parts.get(0).is(SIGNED_DATA)) {
            return bag(parts);
        }
        if (!parts.isEmpty() && parts.size() <= 2 && parts.get(0).tag() == ENUMERATED) {
            return known(Kind.RESPONSE);
        }
        boolean signed = parts.size() == 3
                && parts.get(0).tag() == SEQUENCE
                && parts.get(1).tag() == SEQUENCE
                && parts.get(2).tag() == BIT_STRING;
        return signed ? signed(parts.get(0)) : none();
    }

    private static Shape signed(DerCursor body) {
        List<Integer> tags = new ArrayList<>();
        for (DerCursor part : body.each()) {
            tags.add(part.tag());
            if (tags.size() > 10) {
                return none();
            }
        }
        if (!tags.isEmpty() && tags.get(0) == TAGGED_0) {
            return known(Kind.CERTIFICATE);
        }
        if (tags.contains(0x17) || tags.contains(0x18)) {
            return known(Kind.CRL);
        }
        if (tags.size() >= 3 && tags.size() <= 4 && tags.get(0) == INTEGER) {
            return known(Kind.REQUEST);
        }
        return tags.size() >= 6 && tags.get(0) == INTEGER ? known(Kind.CERTIFICATE) : none();
    }

    private static Shape bag(List<DerCursor> contentInfo) {
        List<Der> found = new ArrayList<>();
        if (contentInfo.size() == 2) {
            for (DerCursor part : contentInfo.get(1).wrapped().children()) {
                if (part.tag() == TAGGED_0 || part.tag() == TAGGED_1) {
                    part.children().stream()
                            .filter(element -> element.tag() == SEQUENCE)
                            .forEach(element -> found.add(element.encoded()));
                }
            }
        }
        return found.isEmpty()
                ? new Shape(List.of(), List.of(), "this PKCS #7 file holds no certificate and no CRL.")
                : new Shape(List.of(), found, "");
    }

    private static Shape known(Kind kind) {
        return new Shape(List.of(kind), List.of(), "");
    }

    private static Shape none() {
        return new Shape(
                List.of(),
                List.of(),
                "this is no certificate, no CRL, no request and no OCSP response, but something else in DER (a key, a PKCS #12 file?).");
    }

    void fold(Consumer<Kind> known, Consumer<List<Der>> several, Consumer<String> other) {
        if (!kind.isEmpty()) {
            known.accept(kind.get(0));
        } else if (!bag.isEmpty()) {
            several.accept(bag);
        } else {
            other.accept(what);
        }
    }
}
