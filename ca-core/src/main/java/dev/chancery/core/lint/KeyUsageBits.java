package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * KeyUsage (RFC 5280 §4.2.1.3).
 *
 * @param names of the bits that are set, in the order of their numbers
 * @param trimmed no zero bit at the end, as DER wants of a list of named bits (X.690 §11.2.2)
 */
record KeyUsageBits(Set<String> names, boolean trimmed) {
    static final String DIGITAL_SIGNATURE = "digitalSignature";
    static final String CONTENT_COMMITMENT = "contentCommitment";
    static final String KEY_ENCIPHERMENT = "keyEncipherment";
    static final String DATA_ENCIPHERMENT = "dataEncipherment";
    static final String KEY_AGREEMENT = "keyAgreement";
    static final String KEY_CERT_SIGN = "keyCertSign";
    static final String CRL_SIGN = "cRLSign";

    private static final List<String> NAMES = List.of(
            DIGITAL_SIGNATURE,
            CONTENT_COMMITMENT,
            KEY_ENCIPHERMENT,
            DATA_ENCIPHERMENT,
            KEY_AGREEMENT,
            KEY_CERT_SIGN,
            CRL_SIGN,
            "encipherOnly",
            "decipherOnly");

    static KeyUsageBits read(DerCursor element) {
        byte[] octets = Asn1.bits(element, "KeyUsage");
        int unused = element.octet(0);
        if (unused > 7 || octets.length == 0 && unused > 0) {
            throw new UnreadableException("KeyUsage claims " + unused + " unused bits");
        }
        int length = octets.length * 8 - unused;
        Set<String> names = new LinkedHashSet<>();
        boolean last = true;
        for (int bit = 0; bit < length; bit++) {
            last = (octets[bit / 8] & 0x80 >>> bit % 8) != 0;
            if (last) {
                names.add(bit < NAMES.size() ? NAMES.get(bit) : "bit " + bit);
            }
        }
        return new KeyUsageBits(java.util.Collections.unmodifiableSet(names), last);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    @Override
    public String toString() {
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }
}
