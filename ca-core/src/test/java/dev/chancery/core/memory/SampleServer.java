package dev.chancery.core.memory;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.ceremony.CaPlan;
import dev.chancery.core.ceremony.Ceremony;
import dev.chancery.core.issuance.AuthorityCertificates;
import dev.chancery.core.issuance.AuthorityContents;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.core.x509.Validity;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The core as the server wires it, with stores in memory: a root, an issuing CA below it, and the signing path. */
public final class SampleServer {
    public static final URI PUBLIC_URL = URI.create("http://ca.example.com");

    private static final String ROOT = "CN=Sample Root,O=Example";
    private static final String ISSUING = "CN=Sample Issuing CA,O=Example";

    /** Of the form that chance makes, which is spared the rounds that slow guessing down. */
    private static final String PASSPHRASE = "NobodyHasToGuessThis23456789abcd";

    private final Permit ceremonies = Permits.of(Requester.system(), Permission.MANAGE_AUTHORITIES);
    private final SecureRandom random = new SecureRandom();
    private final Linter linter = new Linter();
    private final TestClock clock;
    private final MemoryStores stores;
    private final KeyVault vault = new KeyVault(Secret.of(PASSPHRASE));
    private final IssuerRegistry issuers = new IssuerRegistry();
    private final AuthorityCertificates certificates;
    private final Ceremony ceremony;
    private final Issuance issuance;

    /** Without CAs; their keys will be written below {@code dataDirectory}. */
    public SampleServer(Path dataDirectory, TestClock clock) {
        this.clock = clock;
        stores = new MemoryStores(clock);
        certificates = new AuthorityCertificates(linter, stores.journal(), clock, random);
        ceremony = new Ceremony(
                vault, issuers, certificates, stores.journal(), stores.authorities(), clock, dataDirectory);
        issuance = new Issuance(issuers, linter, stores.journal(), stores.ledger(), clock, random);
    }

    public Issuer createRoot(KeyAlgorithm key) {
        return ceremony.createRoot(ceremonies, plan("root", ROOT, key, "20 years", OptionalInt.empty()));
    }

    public Issuer createIssuing(Issuer root, KeyAlgorithm key) {
        return ceremony.createIntermediate(
                ceremonies, root, plan("issuing", ISSUING, key, "10 years", OptionalInt.of(0)));
    }

    /** A root and an issuing CA without key files, which take most of a ceremony's time; recorded all the same. */
    public static SampleServer withoutFiles(TestClock clock, KeyAlgorithm rootKey, KeyAlgorithm issuingKey) {
        SampleServer server = new SampleServer(Path.of("no-such-directory"), clock);
        Issuer root = server.join("root", List.of(), rootKey);
        server.join("issuing", List.of(root), issuingKey);
        return server;
    }

    private Issuer join(String name, List<Issuer> above, KeyAlgorithm algorithm) {
        SigningKey key = vault.generate(algorithm);
        ValidityLength length = ValidityLength.of(above.isEmpty() ? "20 years" : "10 years");
        AuthorityContents contents = new AuthorityContents(
                SubjectName.parse(above.isEmpty() ? ROOT : ISSUING),
                new Validity(clock.instant(), length.addTo(clock.instant())),
                above.isEmpty() ? CaConstraint.unlimited() : CaConstraint.of(0));
        EncodedCertificate certificate = above.isEmpty()
                ? certificates.selfSigned(ceremonies, contents, key)
                : certificates.under(ceremonies, above.get(0), contents, key.publicKeyInfo());
        List<EncodedCertificate> chain = above.stream().map(Issuer::certificate).toList();
        String signedBy = above.isEmpty() ? name : above.get(0).name();
        stores.journal()
                .record(
                        Requester.system(),
                        List.of(
                                new AuthorityAdded(
                                        name,
                                        certificate.der(),
                                        chain.stream()
                                                .map(EncodedCertificate::der)
                                                .toList(),
                                        "keys/" + name + ".p12",
                                        0,
                                        PUBLIC_URL),
                                new CertificateIssued(
                                        signedBy,
                                        certificate.der(),
                                        Ceremony.PROFILE,
                                        "system",
                                        Optional.empty(),
                                        Optional.empty())));
        Issuer issuer = new Issuer(name, certificate, chain, key, PublicationAddresses.under(PUBLIC_URL, name), 0);
        issuers.add(issuer);
        return issuer;
    }

    public static CaPlan plan(String name, String subject, KeyAlgorithm key, String validity, OptionalInt pathLength) {
        return new CaPlan(name, SubjectName.parse(subject), key, ValidityLength.of(validity), pathLength, PUBLIC_URL);
    }

    /** The certificates above a leaf, the root last. */
    public List<EncodedCertificate> chain() {
        return List.of(
                issuers.find("issuing").orElseThrow().certificate(),
                issuers.find("root").orElseThrow().certificate());
    }

    public Permit ceremonies() {
        return ceremonies;
    }

    public TestClock clock() {
        return clock;
    }

    public MemoryStores stores() {
        return stores;
    }

    public KeyVault vault() {
        return vault;
    }

    public IssuerRegistry issuers() {
        return issuers;
    }

    public Ceremony ceremony() {
        return ceremony;
    }

    public Issuance issuance() {
        return issuance;
    }
}
