package dev.chancery.core.ceremony;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.AuthorityStanding;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.keys.KeyLocation;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.EncodedCertificate;
import java.nio.file.Path;
import java.util.List;

/** Opens the CAs that the journal knows, at the start of the server. */
public final class AuthorityLoader {
    private final KeyVault vault;
    private final Authorities authorities;
    private final Path dataDirectory;

    public AuthorityLoader(KeyVault vault, Authorities authorities, Path dataDirectory) {
        this.vault = vault;
        this.authorities = authorities;
        this.dataDirectory = dataDirectory;
    }

    /**
     * Adds every CA to the registry, those above before those below. The key file of an offline CA is not looked at.
     *
     * @throws dev.chancery.core.keys.KeyUnavailableException when a key cannot be opened
     * @throws CeremonyFaultException when a key file holds another CA's key
     */
    public void load(IssuerRegistry issuers) {
        authorities.all().forEach(added -> issuers.add(open(added)));
    }

    private static List<EncodedCertificate> chain(AuthorityAdded added) {
        return added.chain().stream().map(EncodedCertificate::new).toList();
    }

    private Issuer open(AuthorityAdded added) {
        EncodedCertificate certificate = new EncodedCertificate(added.certificate());
        AuthorityStanding standing = authorities.standing(added.name());
        PublicationAddresses addresses = standing.addresses()
                .map(Addressing::granted)
                .orElseGet(() -> PublicationAddresses.under(added.addressesBase(), added.name()));
        Issuer issuer = standing.keyAway()
                ? Issuer.offline(added.name(), certificate, chain(added), addresses, added.keyIndex())
                : open(added, certificate, addresses);
        return issuer.havingHad(standing.formerCrl()).partitionedInto(standing.partitions());
    }

    private Issuer open(AuthorityAdded added, EncodedCertificate certificate, PublicationAddresses addresses) {
        Path file = dataDirectory.resolve(added.keyFile());
        SigningKey key = vault.open(new KeyLocation.Pkcs12File(file));
        if (!key.publicKeyInfo().equals(certificate.subjectPublicKeyInfo())) {
            throw new CeremonyFaultException("The key in " + file + " does not belong to the certificate of the CA \""
                    + added.name() + "\" (serial " + certificate.serial() + ", SHA-256 "
                    + certificate.fingerprint().colonHex() + "). Put the right file back from a backup.");
        }
        return new Issuer(added.name(), certificate, chain(added), key, addresses, added.keyIndex());
    }
}
