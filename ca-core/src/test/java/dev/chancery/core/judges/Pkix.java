package dev.chancery.core.judges;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The JDK's path validation (RFC 5280 §6). */
public final class Pkix {
    private Pkix() {}

    public static X509CRL crl(Der der) {
        try {
            return (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der.octets()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("the JDK cannot read this CRL", e);
        }
    }

    /**
     * Validates a leaf below {@code chain}, the root last, at a time; with CRLs, revocation is checked.
     *
     * @return why it fails, or empty
     */
    public static Optional<CertPathValidatorException> validate(
            EncodedCertificate leaf, List<EncodedCertificate> chain, List<Der> crls, Instant at) {
        try {
            List<X509Certificate> path = new ArrayList<>(List.of(leaf.toJca()));
            chain.subList(0, chain.size() - 1).forEach(above -> path.add(above.toJca()));
            X509Certificate root = chain.get(chain.size() - 1).toJca();
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setDate(Date.from(at));
            parameters.setRevocationEnabled(!crls.isEmpty());
            parameters.addCertStore(CertStore.getInstance(
                    "Collection",
                    new CollectionCertStoreParameters(
                            crls.stream().map(Pkix::crl).toList())));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("the JDK cannot validate at all", e);
        }
    }
}
