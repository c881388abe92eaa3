package dev.chancery.core.profile;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;

/**
 * Which attribute of its subject a certificate states (RFC 5280 §4.2.1.8), by name or by object identifier. Those with
 * names are of RFC 3739 §3.3.2, which gives them their syntax; of others a text is a UTF8String.
 */
public record DirectoryAttributeType(String oid) {
    private static final String DATE_OF_BIRTH = "1.3.6.1.5.5.7.9.1";
    private static final String PLACE_OF_BIRTH = "1.3.6.1.5.5.7.9.2";
    private static final String GENDER = "1.3.6.1.5.5.7.9.3";
    private static final String CITIZENSHIP = "1.3.6.1.5.5.7.9.4";
    private static final String RESIDENCE = "1.3.6.1.5.5.7.9.5";
    private static final Map<String, String> NAMES = new TreeMap<>(Map.of(
            "dateOfBirth", DATE_OF_BIRTH,
            "placeOfBirth", PLACE_OF_BIRTH,
            "gender", GENDER,
            "countryOfCitizenship", CITIZENSHIP,
            "countryOfResidence", RESIDENCE));

    private static final Set<String> SINGLE = Set.of(DATE_OF_BIRTH, PLACE_OF_BIRTH, GENDER);
    private static final int LONGEST = 128;
    private static final DateTimeFormatter NOON = DateTimeFormatter.ofPattern("uuuuMMdd'120000Z'", Locale.ROOT);

    public DirectoryAttributeType {
        if (!Oid.valid(oid)) {
            throw new IllegalArgumentException(Quoted.of(oid) + " is no attribute; use an object identifier or one of "
                    + String.join(", ", NAMES.keySet()));
        }
    }

    /** By RFC name or dotted identifier. */
    public static DirectoryAttributeType of(String text) {
        return new DirectoryAttributeType(NAMES.getOrDefault(text.strip(), text.strip()));
    }

    /** The RFC name where there is one. */
    public String label() {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(oid))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(oid);
    }

    /** Whether its syntax is known here. */
    boolean named() {
        return NAMES.containsValue(oid);
    }

    boolean single() {
        return SINGLE.contains(oid);
    }

    /**
     * DER of a value.
     *
     * @throws IllegalArgumentException in words that follow the value
     */
    Der encode(String text) {
        try {
            return Der.ofOwned(value(text).toASN1Primitive().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("a text cannot be encoded", e);
        }
    }

    private ASN1Encodable value(String text) {
        switch (oid) {
            case DATE_OF_BIRTH -> {
                return new DERGeneralizedTime(day(text).format(NOON));
            }
            case GENDER -> {
                need(text.matches("[MFmf]"), "is not M or F");
                return new DERPrintableString(text);
            }
            case CITIZENSHIP, RESIDENCE -> {
                need(text.matches("[A-Z]{2}"), "is no country in two capital letters, such as DE");
                return new DERPrintableString(text);
            }
            default -> {
                need(
                        !text.isBlank()
                                && text.length() <= LONGEST
                                && text.codePoints().noneMatch(Character::isISOControl),
                        "is not 1 to " + LONGEST + " characters on one line");
                return new DERUTF8String(text);
            }
        }
    }

    /** RFC 3739 wants noon, so that it is the same day nearly everywhere. */
    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            need(day.getYear() >= 1000 && day.getYear() <= 9999, "is no day of a calendar of today");
            return day;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is no day, such as 1970-12-31", e);
        }
    }

    private static void need(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public String toString() {
        return label();
    }
}
