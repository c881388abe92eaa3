package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;

/**
 * <pre>
 * IssuingDistributionPoint ::= SEQUENCE { distributionPoint [0] DistributionPointName OPTIONAL,
 *     onlyContainsUserCerts [1], onlyContainsCACerts [2] BOOLEAN DEFAULT FALSE, onlySomeReasons [3] ReasonFlags OPTIONAL,
 *     indirectCRL [4], onlyContainsAttributeCerts [5] BOOLEAN DEFAULT FALSE }   RFC 5280 §5.2.5
 * </pre>
 *
 * @param fullName empty when the name is missing or relative to the issuer's
 * @param more whether anything else stands in it
 */
record IssuingDistributionPoint(List<GeneralName> fullName, boolean more) {
    private static final int NAME = 0xa0;
    private static final int FULL_NAME = 0xa0;

    static IssuingDistributionPoint read(DerCursor sequence) {
        List<GeneralName> names = List.of();
        boolean more = false;
        for (DerCursor part : Asn1.sequence(sequence, "IssuingDistributionPoint")) {
            if (part.tag() == NAME && part.wrapped().tag() == FULL_NAME) {
                names = GeneralName.readAll(part.wrapped().children());
            } else {
                more = true;
            }
        }
        return new IssuingDistributionPoint(names, more);
    }
}
