package dev.chancery.web.pages;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.EncodedCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is sent along with a certificate. */
final class Chains {
    private final IssuerRegistry issuers;

    Chains(IssuerRegistry issuers) {
        this.issuers = issuers;
    }

    /** The certificate first, then upwards; without the root, which a peer has or does not trust. */
    List<EncodedCertificate> of(CertificateRecord certificate) {
        List<EncodedCertificate> chain = new ArrayList<>();
        chain.add(certificate.certificate());
        Optional<Issuer> issuer = issuers.find(certificate.issuer());
        issuer.ifPresent(ca -> {
            if (!ca.certificate().equals(certificate.certificate())) {
                chain.add(ca.certificate());
            }
            chain.addAll(ca.chain());
        });
        chain.removeIf(one -> one.selfIssued() && chain.size() > 1);
        return chain;
    }
}
