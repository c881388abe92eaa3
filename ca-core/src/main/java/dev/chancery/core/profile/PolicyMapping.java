package dev.chancery.core.profile;

/**
 * Says that a policy of the issuer's domain is as good as one of the subject's (RFC 5280 §4.2.1.5).
 *
 * @param issuerDomain dotted
 * @param subjectDomain dotted
 */
public record PolicyMapping(String issuerDomain, String subjectDomain) {
    public PolicyMapping {
        check("issuer-domain", issuerDomain);
        check("subject-domain", subjectDomain);
    }

    private static void check(String key, String oid) {
        Oid.check(key, oid);
        if (oid.equals(CertificatePolicy.ANY)) {
            throw new IllegalArgumentException(key
                    + ": anyPolicy is never mapped (RFC 5280 §4.2.1.5); name a policy such as 1.3.6.1.4.1.99999.1.1");
        }
    }
}
