package dev.chancery.core.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;

/** The attributes that a subject may have, with their upper bounds (RFC 5280 appendix A.1). */
public enum SubjectAttribute {
    CN("CN", "2.5.4.3", 64),
    O("O", "2.5.4.10", 64),
    OU("OU", "2.5.4.11", 64),
    L("L", "2.5.4.7", 128),
    ST("ST", "2.5.4.8", 128),
    C("C", "2.5.4.6", 2),
    DC("DC", "0.9.2342.19200300.100.1.25", 63),
    UID("UID", "0.9.2342.19200300.100.1.1", 256),
    SERIAL_NUMBER("serialNumber", "2.5.4.5", 64);

    private static final List<SubjectAttribute> ALL = List.of(values());

    private final String label;
    private final ASN1ObjectIdentifier oid;
    private final int maximumLength;

    SubjectAttribute(String label, String oid, int maximumLength) {
        this.label = label;
        this.oid = new ASN1ObjectIdentifier(oid);
        this.maximumLength = maximumLength;
    }

    /** As in RFC 4514 text. */
    public String label() {
        return label;
    }

    public static SubjectAttribute of(String label) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.label.equalsIgnoreCase(label.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + label + "\" is no subject attribute; use one of "
                        + Arrays.stream(values()).map(SubjectAttribute::label).collect(Collectors.joining(", "))));
    }

    static Optional<SubjectAttribute> of(ASN1ObjectIdentifier oid) {
        for (SubjectAttribute attribute : ALL) {
            if (attribute.oid.equals(oid)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }

    int maximumLength() {
        return maximumLength;
    }

    /** What is wrong with a value, in words that follow the value; empty when it is good. */
    Optional<String> problem(String value) {
        if (value.isBlank()) {
            return Optional.of("is empty");
        }
        if (holdsHidden(value)) {
            return Optional.of("holds a character that cannot be seen");
        }
        if (this == C && !value.matches("[A-Za-z]{2}")) {
            return Optional.of("is not a country code of two letters, such as DE");
        }
        if ((this == DC || this == SERIAL_NUMBER) && !value.matches("[A-Za-z0-9 '()+,./:=?-]+")) {
            return Optional.of("holds a character that " + label + " cannot have");
        }
        return value.codePointCount(0, value.length()) > maximumLength
                ? Optional.of("is longer than " + maximumLength + " characters")
                : Optional.empty();
    }

    /** The value in the string type that RFC 5280 §4.1.2.4 and RFC 4519 give this attribute. */
    ASN1Encodable encode(String value) {
        return switch (this) {
            case C -> new DERPrintableString(value.toUpperCase(Locale.ROOT));
            case SERIAL_NUMBER -> new DERPrintableString(value);
            case DC -> new DERIA5String(value);
            default -> new DERUTF8String(value);
        };
    }

    private static boolean holdsHidden(String value) {
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            if (hidden(value.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hidden(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }
}
