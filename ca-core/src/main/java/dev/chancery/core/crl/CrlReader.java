package dev.chancery.core.crl;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.x509.EncodedCertificate;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Reads back a CRL that was published earlier, and believes it only when the CA's key signed it. */
public final class CrlReader {
    private CrlReader() {}

    /**
     * Reads and verifies one CRL, however long it is.
     *
     * @param issuer the CA's short name
     * @throws IllegalArgumentException when it is no CRL of that CA, with the reason
     */
    public static SignedCrl read(String issuer, EncodedCertificate certificate, CrlOctets octets) {
        CrlContent crl;
        try {
            crl = CrlContent.read(octets.buffer());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no CRL of the CA \"" + issuer + "\": " + e.getMessage(), e);
        }
        if (!crl.signedBy(certificate.der())) {
            throw new IllegalArgumentException(
                    "no CRL of the CA \"" + issuer + "\": its signature does not verify with the key of that CA");
        }
        // From here on it is known which octets were believed.
        var unused = octets.sha256();
        Instant nextUpdate = crl.nextUpdate().orElseThrow(() -> lacking("nextUpdate"));
        return new SignedCrl(
                issuer,
                scope(crl),
                new CrlNumber(crl.number().orElseThrow(() -> lacking("CRLNumber"))),
                crl.thisUpdate(),
                crl.thisUpdate(),
                nextUpdate,
                crl.nextPublish().orElse(nextUpdate),
                crl.count(),
                octets);
    }

    private static CrlScope scope(CrlContent crl) {
        List<String> addresses = crl.distributionPoint();
        if (!addresses.isEmpty()) {
            int number = CrlPartition.numberIn(addresses.get(0))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the CRL is one of a partition, but " + addresses.get(0) + " does not say of which"));
            return new CrlScope.Partition(
                    number, addresses.stream().map(URI::create).toList());
        }
        return crl.deltaBase()
                .<CrlScope>map(base -> new CrlScope.Delta(new CrlNumber(base)))
                .orElse(new CrlScope.Full(crl.freshest().map(URI::create)));
    }

    private static IllegalArgumentException lacking(String what) {
        return new IllegalArgumentException("the CRL has no " + what);
    }
}
