package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tags, and the primitive types as Java values (X.690 §8). Whether they are canonical is the rules' question. */
final class Asn1 {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int ENUMERATED = 0x0a;
    static final int UTF8_STRING = 0x0c;
    static final int PRINTABLE_STRING = 0x13;
    static final int TELETEX_STRING = 0x14;
    static final int IA5_STRING = 0x16;
    static final int VISIBLE_STRING = 0x1a;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int BMP_STRING = 0x1e;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private Asn1() {}

    static DerCursor expect(DerCursor element, int tag, String what) {
        if (element.tag() != tag) {
            throw new UnreadableException(String.format(
                    "%s has the tag 0x%02x where 0x%02x belongs, at octet %d",
                    what, element.tag(), tag, element.offset()));
        }
        return element;
    }

    static List<DerCursor> sequence(DerCursor element, String what) {
        return expect(element, SEQUENCE, what).children();
    }

    static BigInteger integer(DerCursor element, String what) {
        expect(element, INTEGER, what);
        if (element.contentLength() == 0) {
            throw new UnreadableException(what + " is an INTEGER without octets, at octet " + element.offset());
        }
        return new BigInteger(element.content());
    }

    static boolean bool(DerCursor element, String what) {
        if (expect(element, BOOLEAN, what).contentLength() != 1) {
            throw new UnreadableException(what + " is a BOOLEAN without its one octet, at octet " + element.offset());
        }
        return element.octet(0) != 0;
    }

    /** The octets of a BIT STRING without the count of unused bits. */
    static byte[] bits(DerCursor element, String what) {
        expect(element, BIT_STRING, what);
        byte[] content = element.content();
        if (content.length == 0) {
            throw new UnreadableException(what + " is a BIT STRING without octets, at octet " + element.offset());
        }
        return java.util.Arrays.copyOfRange(content, 1, content.length);
    }

    /** Dotted. */
    static String objectIdentifier(DerCursor element, String what) {
        expect(element, OBJECT_IDENTIFIER, what);
        return ObjectIdentifiers.dotted(element, 0);
    }

    /** Octets as the text that the tag promises; other tags as Latin-1, so that nothing stays unseen. */
    static String text(DerCursor element) {
        byte[] content = element.content();
        return switch (element.tag()) {
            case UTF8_STRING -> new String(content, StandardCharsets.UTF_8);
            case BMP_STRING -> new String(content, StandardCharsets.UTF_16BE);
            default -> new String(content, StandardCharsets.ISO_8859_1);
        };
    }

    /** Whether the octets are text in that character set, without replacement. */
    static boolean decodes(byte[] octets, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8) && Characters.ascii(octets)) {
            return true;
        }
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
