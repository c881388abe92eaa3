package dev.chancery.core.csr;

import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.DerCursor.MalformedDerException;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.RequestedName.Kind;
import dev.chancery.core.x509.SubjectName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One GeneralName as text, of whichever kind it is (RFC 5280 §4.2.1.6).
 *
 * <pre>
 * GeneralName ::= CHOICE {
 *   otherName [0] { type-id OBJECT IDENTIFIER, value [0] EXPLICIT ANY }, rfc822Name [1] IA5String, dNSName [2] IA5String,
 *   x400Address [3], directoryName [4] EXPLICIT Name, ediPartyName [5], uniformResourceIdentifier [6] IA5String,
 *   iPAddress [7] OCTET STRING, registeredID [8] OBJECT IDENTIFIER }
 * </pre>
 */
final class RequestedGeneralName {
    private static final String FIELD = "csr";
    private static final String UPN = "1.3.6.1.4.1.311.20.2.3";

    private RequestedGeneralName() {}

    /** @throws MalformedDerException when it is none */
    static RequestedName read(DerCursor name) {
        return switch (name.tag()) {
            case 0xa0 -> otherName(name);
            case 0x81 -> named(Kind.EMAIL, text(name));
            case 0x82 -> named(Kind.DNS, text(name));
            case 0xa3 -> named(Kind.X400_ADDRESS, "an X.400 address");
            case 0xa4 -> named(Kind.DIRECTORY_NAME, directoryName(name));
            case 0xa5 -> named(Kind.EDI_PARTY_NAME, "an EDI party name");
            case 0x86 -> named(Kind.URI, text(name));
            case 0x87 -> named(Kind.IP, address(name));
            case 0x88 -> named(Kind.REGISTERED_ID, Oids.dotted(name));
            default ->
                throw new MalformedDerException(
                        String.format("no kind of name has the tag %02x", name.tag()), name.offset());
        };
    }

    private static RequestedName otherName(DerCursor name) {
        List<DerCursor> parts = name.children();
        if (parts.size() != 2 || parts.get(0).tag() != 0x06 || parts.get(1).tag() != 0xa0) {
            throw new MalformedDerException("an otherName is an identifier and a value", name.offset());
        }
        String type = Oids.dotted(parts.get(0));
        List<DerCursor> values = parts.get(1).children();
        if (type.equals(UPN) && values.size() == 1 && values.get(0).tag() == 0x0c) {
            return named(Kind.UPN, text(values.get(0)));
        }
        return named(Kind.OTHER_NAME, "other name " + type);
    }

    /** Should be ASCII, but a client's mistake is better shown than guessed at: whatever reads as UTF-8. */
    private static String text(DerCursor string) {
        byte[] octets = string.content();
        if (ascii(octets)) {
            return new String(octets, StandardCharsets.US_ASCII);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedDerException("text that is neither ASCII nor UTF-8", string.offset());
        }
    }

    private static boolean ascii(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    private static String directoryName(DerCursor name) {
        List<DerCursor> wrapped = name.children();
        if (wrapped.size() != 1) {
            throw new MalformedDerException("a directoryName holds one name", name.offset());
        }
        try {
            return new SubjectName(wrapped.get(0).encoded()).rfc4514();
        } catch (RuntimeException e) {
            // The library's reader was not made for strangers.
            throw new MalformedDerException("a directoryName that is no name", name.offset());
        }
    }

    private static String address(DerCursor octets) {
        try {
            return InetAddress.getByAddress(octets.content()).getHostAddress();
        } catch (UnknownHostException e) {
            throw new MalformedDerException(
                    "an IP address has 4 or 16 octets, this one " + octets.contentLength(), octets.offset());
        }
    }

    private static RequestedName named(Kind kind, String text) {
        return new RequestedName(kind, text, FIELD);
    }
}
