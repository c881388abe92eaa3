package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * One DistributionPoint (RFC 5280 §4.2.1.13).
 *
 * @param fullName empty when the name is missing or relative to the issuer's
 */
record DistributionPoint(List<GeneralName> fullName, boolean relativeName, boolean reasons, boolean crlIssuer) {
    private static final int NAME = 0xa0;
    private static final int FULL_NAME = 0xa0;
    private static final int REASONS = 0x81;
    private static final int CRL_ISSUER = 0xa2;

    static List<DistributionPoint> readAll(DerCursor sequence) {
        List<DistributionPoint> points = new ArrayList<>(1);
        for (DerCursor point : Asn1.sequence(sequence, "CRLDistributionPoints")) {
            points.add(read(point));
        }
        return List.copyOf(points);
    }

    private static DistributionPoint read(DerCursor element) {
        List<GeneralName> names = List.of();
        boolean relative = false;
        boolean reasons = false;
        boolean crlIssuer = false;
        for (DerCursor part : Asn1.sequence(element, "DistributionPoint")) {
            switch (part.tag()) {
                case NAME -> {
                    DerCursor name = part.wrapped();
                    relative = name.tag() != FULL_NAME;
                    names = relative ? List.of() : GeneralName.readAll(name.children());
                }
                case REASONS -> reasons = true;
                case CRL_ISSUER -> crlIssuer = true;
                default ->
                    throw new UnreadableException(
                            "a DistributionPoint has no part of that tag, at octet " + part.offset());
            }
        }
        return new DistributionPoint(names, relative, reasons, crlIssuer);
    }
}
