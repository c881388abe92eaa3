package dev.chancery.core.ceremony;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.issuance.AuthorityCertificates;
import dev.chancery.core.issuance.AuthorityContents;
import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.keys.KeyLocation;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Validity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * A CA whose key is here and whose certificate is signed by a CA that never was here. The key waits in a file of its own
 * until the signed certificate comes; only then is it a CA, and only then does the journal know it.
 */
public final class OutsideSignature {
    private final KeyVault vault;
    private final AuthorityCertificates certificates;
    private final Authorities authorities;
    private final Journal journal;
    private final KeyFiles keyFiles;
    private final Clock clock;
    private final Path dataDirectory;

    public OutsideSignature(
            KeyVault vault,
            AuthorityCertificates certificates,
            Authorities authorities,
            Journal journal,
            Clock clock,
            Path dataDirectory) {
        this.vault = vault;
        this.certificates = certificates;
        this.authorities = authorities;
        this.journal = journal;
        this.keyFiles = new KeyFiles(dataDirectory, authorities, clock);
        this.clock = clock;
        this.dataDirectory = dataDirectory;
    }

    /**
     * Makes a key, keeps it, and returns the PKCS#10 request for it. When there is one already, that key is used again:
     * a request that was lost is made anew, and one that is out stays good.
     *
     * @param permit for MANAGE_AUTHORITIES
     * @param plan its validity and path length are for the outside CA to decide
     */
    public Der request(Permit permit, CaPlan plan) {
        permit.require(Permission.MANAGE_AUTHORITIES);
        requireNew(plan.name());
        KeyLocation waiting = waiting(plan.name());
        if (!Files.exists(file(plan.name()))) {
            SigningKey key = vault.generate(plan.key());
            Instant now = clock.instant();
            // A key file has a certificate. This one is never shown to anybody.
            AuthorityContents contents = new AuthorityContents(
                    plan.subject(),
                    new Validity(now, now.plus(Duration.ofDays(1))),
                    new CaConstraint(OptionalInt.empty()));
            vault.store(key, List.of(certificates.selfSigned(permit, contents, key)), waiting);
        }
        return KeyRequest.ofAuthority(vault.open(waiting), plan.subject());
    }

    private EncodedCertificate waitingFor(String name) {
        if (!Files.exists(file(name))) {
            throw new CeremonyFaultException("No key of the name \"" + name
                    + "\" waits here for its certificate. Make one first: ./chancery ca request " + name + " …");
        }
        return vault.chain(waiting(name)).get(0);
    }

    /**
     * Makes the CA of the key that waits and the chain that came for it.
     *
     * @param permit for MANAGE_AUTHORITIES
     * @param given the signed certificate and all above it, in any order
     * @param publicUrl base of the addresses in its certificates
     * @throws CeremonyFaultException when the chain is not whole or not fit, with the reason; nothing was changed then
     */
    public EncodedCertificate admit(Permit permit, String name, List<EncodedCertificate> given, URI publicUrl) {
        permit.require(Permission.MANAGE_AUTHORITIES);
        requireNew(name);
        Der wanted = waitingFor(name).subjectPublicKeyInfo();
        SignedChain chain = SignedChain.of(given, wanted).mustBeOfAuthorities(clock.instant());
        requireOtherSubject(chain.own());
        SigningKey key = vault.open(waiting(name));
        KeyFiles.KeyFile file = keyFiles.claim(name);
        vault.store(key, chain.certificates(), file.location());
        // As it will be opened at the next start; what is wrong with it is wrong now.
        Issuer issuer =
                new Issuer(name, chain.own(), chain.above(), key, PublicationAddresses.under(publicUrl, name), 0);
        var unused = journal.record(
                        permit.requester(),
                        List.of(new JournalEvent.AuthorityAdded(
                                issuer.name(),
                                issuer.certificate().der(),
                                issuer.chain().stream()
                                        .map(EncodedCertificate::der)
                                        .toList(),
                                file.recordedAs(),
                                issuer.keyIndex(),
                                publicUrl)))
                .fold(recorded -> recorded, conflict -> {
                    throw new CeremonyFaultException(
                            "The CA \"" + name + "\" was not made: " + conflict.detail() + ".");
                });
        forget(name);
        return issuer.certificate();
    }

    private void requireNew(String name) {
        if (authorities.all().stream().anyMatch(known -> known.name().equals(name))) {
            throw new CeremonyFaultException("There already is a CA \"" + name + "\". Choose another name.");
        }
    }

    /** Two CAs of one name would have two revocation lists that no validator can tell apart. */
    private void requireOtherSubject(EncodedCertificate own) {
        authorities.all().stream()
                .filter(known ->
                        new EncodedCertificate(known.certificate()).subject().equals(own.subject()))
                .findFirst()
                .ifPresent(known -> {
                    throw new CeremonyFaultException("The CA \"" + known.name() + "\" here is called \"" + own.subject()
                            + "\" as well; validating servers would mix up their revocation lists. Ask the outside CA for"
                            + " another subject.");
                });
    }

    private Path file(String name) {
        return dataDirectory.resolve("keys").resolve(name + ".requested.p12");
    }

    private KeyLocation waiting(String name) {
        return new KeyLocation.Pkcs12File(file(name));
    }

    /** The same key lies in the CA's own file by now. */
    private void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new CeremonyFaultException(
                    "The CA \"" + name + "\" was made, but " + file(name) + " could not be deleted: " + e
                            + ". Delete it by hand.",
                    e);
        }
    }
}
