package dev.chancery.core.authority;

import java.net.URI;
import java.util.List;

/**
 * Where validating servers find what this CA publishes; these strings go into certificates as they are.
 *
 * @param crl CDP addresses, plain http (RFC 5280 §4.2.1.13)
 * @param caIssuers AIA addresses of this CA's own certificate
 * @param ocsp AIA addresses of the responder, one for all CAs
 */
public record PublicationAddresses(List<URI> crl, List<URI> caIssuers, List<URI> ocsp) {
    public PublicationAddresses {
        crl = List.copyOf(crl);
        caIssuers = List.copyOf(caIssuers);
        ocsp = List.copyOf(ocsp);
    }

    /** The addresses of CONTRACT.md under a public URL: {@code /crl/NAME.crl}, {@code /ca/NAME.crt}, {@code /ocsp}. */
    public static PublicationAddresses under(URI publicUrl, String caName) {
        String base = publicUrl.toString().replaceFirst("/+$", "");
        return new PublicationAddresses(
                List.of(URI.create(base + "/crl/" + caName + ".crl")),
                List.of(URI.create(base + "/ca/" + caName + ".crt")),
                List.of(URI.create(base + "/ocsp")));
    }
}
