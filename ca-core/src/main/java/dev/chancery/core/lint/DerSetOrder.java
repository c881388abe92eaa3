package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Arrays;
import java.util.Optional;

/** Names are compared octet by octet; an unsorted RDN is a different name to half of the world. */
final class DerSetOrder extends ElementRule {
    DerSetOrder() {
        super(
                "der-set-order",
                Severity.ERROR,
                "X.690 §11.6",
                "encoding",
                "The members of a SET OF stand in ascending order of their encodings.",
                Asn1.SET);
    }

    @Override
    Optional<String> judge(DerCursor element) {
        byte[] previous = new byte[0];
        for (DerCursor member : element.each()) {
            byte[] octets = member.encoded().unsafeOctets();
            if (Arrays.compareUnsigned(previous, octets) > 0) {
                return wrong("the SET at octet " + element.offset() + " is not in ascending order");
            }
            previous = octets;
        }
        return fine();
    }
}
