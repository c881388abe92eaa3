package dev.chancery.core.ceremony;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.issuance.AuthorityCertificates;
import dev.chancery.core.issuance.AuthorityContents;
import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Validity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes CAs. The key is on disk, with its certificate, before the journal records the CA, and the CA can be used only
 * after that: a crash in between leaves a key file that nothing names, and the next ceremony moves it aside.
 */
public final class Ceremony {
    /** The profile under which CA certificates stand in the ledger. */
    public static final String PROFILE = "certificate-authority";

    private static final int FIRST_KEY = 0;

    private final KeyVault vault;
    private final IssuerRegistry issuers;
    private final AuthorityCertificates certificates;
    private final Journal journal;
    private final KeyFiles keyFiles;
    private final Clock clock;

    /**
     * Connects the parts.
     *
     * @param dataDirectory keys are written to {@code keys/} below it
     */
    public Ceremony(
            KeyVault vault,
            IssuerRegistry issuers,
            AuthorityCertificates certificates,
            Journal journal,
            Authorities authorities,
            Clock clock,
            Path dataDirectory) {
        this.vault = vault;
        this.issuers = issuers;
        this.certificates = certificates;
        this.journal = journal;
        this.keyFiles = new KeyFiles(dataDirectory, authorities, clock);
        this.clock = clock;
    }

    /**
     * A self-signed root with a new key.
     *
     * @param permit for MANAGE_AUTHORITIES
     */
    public Issuer createRoot(Permit permit, CaPlan plan) {
        permit.require(Permission.MANAGE_AUTHORITIES);
        KeyFiles.KeyFile file = keyFiles.claim(plan.name());
        SigningKey key = vault.generate(plan.key());
        EncodedCertificate certificate = certificates.selfSigned(permit, contents(plan, clock.instant()), key);
        vault.store(key, List.of(certificate), file.location());
        return join(
                permit,
                plan,
                new Issuer(plan.name(), certificate, List.of(), key, addresses(plan), FIRST_KEY),
                plan.name(),
                file);
    }

    /**
     * A CA with a new key below {@code parent}.
     *
     * @param permit for MANAGE_AUTHORITIES
     */
    public Issuer createIntermediate(Permit permit, Issuer parent, CaPlan plan) {
        permit.require(Permission.MANAGE_AUTHORITIES);
        KeyFiles.KeyFile file = keyFiles.claim(plan.name());
        SigningKey key = vault.generate(plan.key());
        EncodedCertificate certificate =
                certificates.under(permit, parent, contents(plan, notBefore(parent)), key.publicKeyInfo());
        List<EncodedCertificate> chain = new ArrayList<>();
        chain.add(parent.certificate());
        chain.addAll(parent.chain());
        List<EncodedCertificate> whole = new ArrayList<>(chain);
        whole.add(0, certificate);
        vault.store(key, whole, file.location());
        return join(
                permit,
                plan,
                new Issuer(plan.name(), certificate, chain, key, addresses(plan), FIRST_KEY),
                parent.name(),
                file);
    }

    /** The CA and its own certificate, which its parent can revoke like any other, are one entry. */
    private Issuer join(Permit permit, CaPlan plan, Issuer issuer, String signedBy, KeyFiles.KeyFile file) {
        JournalEvent added = new JournalEvent.AuthorityAdded(
                issuer.name(),
                issuer.certificate().der(),
                issuer.chain().stream().map(EncodedCertificate::der).toList(),
                file.recordedAs(),
                issuer.keyIndex(),
                plan.publicUrl());
        JournalEvent issued = new JournalEvent.CertificateIssued(
                signedBy,
                issuer.certificate().der(),
                PROFILE,
                permit.requester().name(),
                Optional.empty(),
                Optional.empty());
        return journal.record(permit.requester(), List.of(added, issued))
                .fold(
                        recorded -> {
                            issuers.add(issuer);
                            return issuer;
                        },
                        conflict -> {
                            throw new CeremonyFaultException(
                                    "The CA \"" + plan.name() + "\" was not made: " + conflict.detail()
                                            + ". Its key file " + file.recordedAs()
                                            + " is of no use; the next ceremony of that name"
                                            + " moves it aside.");
                        });
    }

    /** Now, but never before the parent's, should the clock have been set back a little (SECURITY.md rule 17). */
    private Instant notBefore(Issuer parent) {
        Instant now = clock.instant();
        Instant earliest = parent.certificate().validity().notBefore();
        return now.isBefore(earliest) ? earliest : now;
    }

    private static AuthorityContents contents(CaPlan plan, Instant notBefore) {
        return new AuthorityContents(
                plan.subject(),
                new Validity(notBefore, plan.validity().addTo(notBefore)),
                new CaConstraint(plan.pathLength()));
    }

    private static PublicationAddresses addresses(CaPlan plan) {
        return PublicationAddresses.under(plan.publicUrl(), plan.name());
    }
}
