package dev.chancery.core.journal;

import java.net.URI;
import java.util.List;

/**
 * The addresses that one CA writes into certificates.
 *
 * @param crl CDP, never empty (RFC 5280 §4.2.1.13)
 * @param caIssuers AIA caIssuers, never empty (§4.2.2.1)
 * @param ocsp AIA OCSP; empty for none
 */
public record CertificateAddresses(List<URI> crl, List<URI> caIssuers, List<URI> ocsp) {
    public CertificateAddresses {
        crl = List.copyOf(crl);
        caIssuers = List.copyOf(caIssuers);
        ocsp = List.copyOf(ocsp);
        if (crl.isEmpty() || caIssuers.isEmpty()) {
            throw new IllegalArgumentException("a CA has an address for its CRL and one for its certificate");
        }
    }
}
