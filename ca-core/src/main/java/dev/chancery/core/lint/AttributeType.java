package dev.chancery.core.lint;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Attributes of names, with their string types and upper bounds in characters (RFC 5280 appendix A.1). */
enum AttributeType {
    COMMON_NAME("2.5.4.3", Text.DIRECTORY, 64),
    SURNAME("2.5.4.4", Text.DIRECTORY, 32768),
    SERIAL_NUMBER("2.5.4.5", Text.PRINTABLE, 64),
    COUNTRY("2.5.4.6", Text.PRINTABLE, 2),
    LOCALITY("2.5.4.7", Text.DIRECTORY, 128),
    STATE("2.5.4.8", Text.DIRECTORY, 128),
    STREET("2.5.4.9", Text.DIRECTORY, 128),
    ORGANIZATION("2.5.4.10", Text.DIRECTORY, 64),
    ORGANIZATIONAL_UNIT("2.5.4.11", Text.DIRECTORY, 64),
    TITLE("2.5.4.12", Text.DIRECTORY, 64),
    NAME("2.5.4.41", Text.DIRECTORY, 32768),
    GIVEN_NAME("2.5.4.42", Text.DIRECTORY, 32768),
    INITIALS("2.5.4.43", Text.DIRECTORY, 32768),
    GENERATION("2.5.4.44", Text.DIRECTORY, 32768),
    QUALIFIER("2.5.4.46", Text.PRINTABLE, 64),
    PSEUDONYM("2.5.4.65", Text.DIRECTORY, 128),
    USER_ID("0.9.2342.19200300.100.1.1", Text.DIRECTORY, 256),
    DOMAIN_COMPONENT("0.9.2342.19200300.100.1.25", Text.IA5, 63),
    EMAIL_ADDRESS("1.2.840.113549.1.9.1", Text.IA5, 255);

    private enum Text {
        DIRECTORY,
        PRINTABLE,
        IA5
    }

    private static final Map<String, AttributeType> BY_OID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(type -> type.oid, Function.identity()));

    private final String oid;
    private final Text text;
    private final int maximumLength;

    AttributeType(String oid, Text text, int maximumLength) {
        this.oid = oid;
        this.text = text;
        this.maximumLength = maximumLength;
    }

    static Optional<AttributeType> of(String oid) {
        return Optional.ofNullable(BY_OID.get(oid));
    }

    int maximumLength() {
        return maximumLength;
    }

    boolean allows(int tag) {
        return switch (text) {
            case DIRECTORY -> tag == Asn1.PRINTABLE_STRING || tag == Asn1.UTF8_STRING;
            case PRINTABLE -> tag == Asn1.PRINTABLE_STRING;
            case IA5 -> tag == Asn1.IA5_STRING;
        };
    }
}
