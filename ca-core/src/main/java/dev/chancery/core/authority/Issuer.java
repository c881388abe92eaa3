package dev.chancery.core.authority;

import dev.chancery.core.keys.SignatureMeasurement;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.EncodedCertificate;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A CA: short name, certificate, addresses, the chain above it, and its key, unless that is kept elsewhere. Immutable: a
 * change makes another one, which takes its place in the {@link IssuerRegistry}, so hold the name and not the issuer.
 */
public final class Issuer {
    private final String name;
    private final EncodedCertificate certificate;
    private final List<EncodedCertificate> chain;
    private final Optional<SigningKey> key;
    private final PublicationAddresses addresses;
    private final List<URI> formerCrlAddresses;
    private final int keyIndex;
    private final int partitions;

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
        this(name, certificate, chain, Optional.of(key), addresses, List.of(), keyIndex, 0);
    }

    private Issuer(
            String name,
            EncodedCertificate certificate,
            List<EncodedCertificate> chain,
            Optional<SigningKey> key,
            PublicationAddresses addresses,
            List<URI> formerCrlAddresses,
            int keyIndex,
            int partitions) {
        if (key.isPresent() && !key.get().publicKeyInfo().equals(certificate.subjectPublicKeyInfo())) {
            throw new IllegalArgumentException("the key of CA \"" + name + "\" does not belong to its certificate");
        }
        this.name = name;
        this.certificate = certificate;
        this.chain = List.copyOf(chain);
        this.key = key;
        this.addresses = addresses;
        this.formerCrlAddresses = List.copyOf(formerCrlAddresses);
        this.keyIndex = keyIndex;
        this.partitions = partitions;
    }

    /** A CA whose key is elsewhere: what it has signed is served here, and nothing more is signed. */
    public static Issuer offline(
            String name,
            EncodedCertificate certificate,
            List<EncodedCertificate> chain,
            PublicationAddresses addresses,
            int keyIndex) {
        return new Issuer(name, certificate, chain, Optional.empty(), addresses, List.of(), keyIndex, 0);
    }

    /**
     * The same CA with its key, which is at hand for a while.
     *
     * @throws IllegalArgumentException when it is another key
     */
    public Issuer with(SigningKey atHand) {
        return new Issuer(
                name, certificate, chain, Optional.of(atHand), addresses, formerCrlAddresses, keyIndex, partitions);
    }

    /** The same CA whose new certificates point elsewhere. */
    public Issuer pointingTo(PublicationAddresses others) {
        Set<URI> former = new LinkedHashSet<>(formerCrlAddresses);
        former.addAll(addresses.crl());
        return having(others, former);
    }

    /** The same CA, which had these CDP addresses in earlier certificates. */
    public Issuer havingHad(List<URI> crlAddresses) {
        Set<URI> former = new LinkedHashSet<>(formerCrlAddresses);
        former.addAll(crlAddresses);
        return having(addresses, former);
    }

    private Issuer having(PublicationAddresses current, Set<URI> former) {
        List<URI> gone =
                former.stream().filter(uri -> !current.crl().contains(uri)).toList();
        return new Issuer(name, certificate, chain, key, current, gone, keyIndex, partitions);
    }

    /** The same CA, whose new certificates are spread over so many partitions. */
    public Issuer partitionedInto(int count) {
        return new Issuer(name, certificate, chain, key, addresses, formerCrlAddresses, keyIndex, count);
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

    /** Of new certificates. */
    public PublicationAddresses addresses() {
        return addresses;
    }

    /** CDP addresses that stand in earlier certificates only, oldest first; validating servers still ask there. */
    public List<URI> formerCrlAddresses() {
        return formerCrlAddresses;
    }

    /** How many CRLs its revocations are spread over, beside the full one; 0 for none. */
    public int partitions() {
        return partitions;
    }

    /** Every address by which a certificate of that partition may name its CRL, those of new ones first. */
    public List<URI> partitionAddresses(int number) {
        return Stream.concat(addresses.crl().stream(), formerCrlAddresses.stream())
                .map(full -> CrlPartition.address(full, number))
                .toList();
    }

    public int keyIndex() {
        return keyIndex;
    }

    /** Whether its key is elsewhere, so that it signs nothing here. */
    public boolean offline() {
        return key.isEmpty();
    }

    /** Which JCA provider signs for this CA; empty text when it is offline. */
    public String signer() {
        return key.map(SigningKey::provider).orElse("");
    }

    /** How that one was chosen; empty until it was measured. */
    public Optional<SignatureMeasurement> measurement() {
        return key.flatMap(SigningKey::measurement);
    }

    /**
     * For issuance and crl only; an architecture test holds everybody else off.
     *
     * @throws AuthorityOfflineException when it is elsewhere
     */
    public SigningKey signingKey() {
        return key.orElseThrow(() -> new AuthorityOfflineException(name));
    }
}
