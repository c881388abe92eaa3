package dev.chancery.core.ledger;

/**
 * Certificates that are counted together.
 *
 * @param issuer the CA's short name
 */
public record CertificateKind(String issuer, String profile, String requester) implements Comparable<CertificateKind> {
    @Override
    public int compareTo(CertificateKind other) {
        int byIssuer = issuer.compareTo(other.issuer);
        int byProfile = byIssuer != 0 ? byIssuer : profile.compareTo(other.profile);
        return byProfile != 0 ? byProfile : requester.compareTo(other.requester);
    }
}
