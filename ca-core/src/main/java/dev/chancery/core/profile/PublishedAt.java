package dev.chancery.core.profile;

import java.net.URI;
import java.util.List;

/**
 * Addresses of the profile's own that stand in its certificates in place of those of the CA. What is empty comes from the
 * CA.
 *
 * @param crl copies of one CRL (RFC 5280 §4.2.1.13)
 * @param caCertificate copies of the CA's certificate, as DER (RFC 5280 §4.2.2.1)
 */
public record PublishedAt(List<URI> crl, List<URI> caCertificate, List<URI> ocsp) {
    private static final int MOST = 8;

    public PublishedAt {
        crl = List.copyOf(crl);
        caCertificate = List.copyOf(caCertificate);
        ocsp = List.copyOf(ocsp);
        check("crl", crl);
        check("ca-certificate", caCertificate);
        check("ocsp", ocsp);
    }

    public static PublishedAt defaults() {
        return new PublishedAt(List.of(), List.of(), List.of());
    }

    /** With https the check would need the very thing that it checks. */
    private static void check(String key, List<URI> addresses) {
        if (addresses.size() > MOST) {
            throw new IllegalArgumentException(key + ": lists " + addresses.size() + " addresses; at most " + MOST);
        }
        for (URI address : addresses) {
            boolean good = "http".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getFragment() == null
                    && address.getUserInfo() == null
                    && address.toString().chars().allMatch(c -> c > 0x20 && c < 0x7f);
            if (!good) {
                throw new IllegalArgumentException(key + ": " + Quoted.of(address.toString())
                        + " is no plain http address, such as http://pki.example.com/crl/issuing.crl");
            }
        }
        if (addresses.stream().distinct().count() < addresses.size()) {
            throw new IllegalArgumentException(key + ": an address is listed twice");
        }
    }
}
