package dev.chancery.core.authority;

import dev.chancery.core.keys.SignatureMeasurement;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.EncodedCertificate;
import java.util.List;
import java.util.Optional;

/** A CA that can sign: short name, certificate, key, addresses, and the chain above it. */
public final class Issuer {
    private final String name;
    private final EncodedCertificate certificate;
    private final List<EncodedCertificate> chain;
    private final SigningKey key;
    private final PublicationAddresses addresses;
    private final int keyIndex;

    /**
     * @param name short name as in URLs, {@code issuing}
     * @param chain the certificates above it up to the root, nearest first; empty for a root
     * @param keyIndex which key under this CA's name this is, from 0: the Microsoft CA Version
     */
    public Issuer(
            String name,
            EncodedCertificate certificate,
            List<EncodedCertificate> chain,
            SigningKey key,
            PublicationAddresses addresses,
            int keyIndex) {
        if (!key.publicKeyInfo().equals(certificate.subjectPublicKeyInfo())) {
            throw new IllegalArgumentException("the key of CA \"" + name + "\" does not belong to its certificate");
        }
        this.name = name;
        this.certificate = certificate;
        this.chain = List.copyOf(chain);
        this.key = key;
        this.addresses = addresses;
        this.keyIndex = keyIndex;
    }

    public String name() {
        return name;
    }

    public EncodedCertificate certificate() {
        return certificate;
    }

    public List<EncodedCertificate> chain() {
        return chain;
    }

    public PublicationAddresses addresses() {
        return addresses;
    }

    public int keyIndex() {
        return keyIndex;
    }

    /** Which JCA provider signs for this CA. */
    public String signer() {
        return key.provider();
    }

    /** How that one was chosen; empty until it was measured. */
    public Optional<SignatureMeasurement> measurement() {
        return key.measurement();
    }

    /** For issuance and crl only; an architecture test holds everybody else off. */
    public SigningKey signingKey() {
        return key;
    }
}
