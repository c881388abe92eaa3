package dev.chancery.core.lint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Writes tag, length, value, right or wrong as the sample needs it. */
final class Tlv {
    private Tlv() {}

    static byte[] tlv(int tag, byte[]... contents) {
        byte[] content = concat(contents);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else if (content.length < 0x10000) {
            out.write(0x82);
            out.write(content.length >>> 8);
            out.write(content.length);
        } else if (content.length < 0x1000000) {
            out.write(0x83);
            out.writeBytes(Arrays.copyOfRange(
                    ByteBuffer.allocate(4).putInt(content.length).array(), 1, 4));
        } else {
            out.write(0x84);
            out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... contents) {
        return tlv(0x30, contents);
    }

    static byte[] set(byte[]... contents) {
        return tlv(0x31, contents);
    }

    static byte[] oid(String dotted) {
        return der(new ASN1ObjectIdentifier(dotted));
    }

    static byte[] integer(long value) {
        return tlv(0x02, BigInteger.valueOf(value).toByteArray());
    }

    static byte[] octets(byte[]... contents) {
        return tlv(0x04, contents);
    }

    static byte[] bits(byte[] content) {
        return tlv(0x03, new byte[1], content);
    }

    static byte[] text(int tag, String text) {
        return tlv(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] concat(byte[]... contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            out.writeBytes(content);
        }
        return out.toByteArray();
    }
}
