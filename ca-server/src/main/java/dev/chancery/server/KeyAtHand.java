package dev.chancery.server;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.ceremony.AuthorityLoader;
import dev.chancery.core.ceremony.CeremonyFaultException;
import dev.chancery.core.crl.CrlFaultException;
import dev.chancery.core.crl.CrlIssuer;
import dev.chancery.core.crl.CrlSpool;
import dev.chancery.core.crl.CrlTerms;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.keys.KeyLocation;
import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.db.Storage;
import dev.chancery.publisher.publish.CrlDirectory;
import dev.chancery.publisher.publish.CrlPublication;
import dev.chancery.publisher.publish.PublishedCrls;
import dev.chancery.publisher.schedule.CrlSettings;
import dev.chancery.server.command.OfflineSigning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Puts together what is needed to let a CA sign while no server runs. */
final class KeyAtHand implements OfflineSigning {
    private final Clock clock;
    private final SecureRandom random;

    KeyAtHand(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Signed sign(Storage storage, KeyVault vault, Path directory, String ca, Optional<Path> key, int days) {
        DataDirectory data = DataDirectory.open(directory);
        try {
            IssuerRegistry issuers = new IssuerRegistry();
            new AuthorityLoader(vault, storage.authorities(), data.root()).load(issuers);
            Issuer known = issuers.find(ca).orElseThrow();
            Issuer issuer = key.map(file -> withKey(known, vault, file)).orElse(known);
            issuers.replace(issuer);
            CrlTerms terms = terms(crls(data), issuer, days);
            ResponderCertificates.Made responder =
                    responders(storage, vault, data, issuers).renew(issuer, ValidityLength.of(days + " days"));
            SignedCrl crl = crl(storage, data, issuer, terms);
            return new Signed(
                    crl.number(),
                    crl.nextUpdate(),
                    responder.certificate().validity().notAfter());
        } catch (StartRefusedException | KeyUnavailableException | CrlFaultException | IllegalStateException e) {
            throw new CeremonyFaultException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Issuer withKey(Issuer known, KeyVault vault, Path file) {
        try {
            return known.with(vault.open(new KeyLocation.Pkcs12File(file)));
        } catch (IllegalArgumentException e) {
            throw new CeremonyFaultException("The key in " + file + " is not the one of the CA \"" + known.name()
                    + "\" (serial " + known.certificate().serial() + "). Nothing was signed.");
        }
    }

    private static CrlSettings crls(DataDirectory data) {
        return Files.exists(data.configuration())
                ? Configuration.settings(data, Optional.empty(), Map.of()).crl()
                : CrlSettings.defaults();
    }

    /** The rules of the schedule, and no shorter than the CA's other lists. */
    private CrlTerms terms(CrlSettings settings, Issuer issuer, int days) {
        CrlTerms usual = settings.plan(issuer.name()).full();
        Duration lifetime = Duration.ofDays(days);
        if (lifetime.compareTo(usual.lifetime()) < 0) {
            throw new CeremonyFaultException("--crl-days " + days + " is shorter than the "
                    + usual.lifetime().toDays() + " days that the CRLs of \"" + issuer.name()
                    + "\" last while its key is here. Name the days until the key is at hand again, 180 for instance.");
        }
        Instant end = issuer.certificate().validity().notAfter();
        if (clock.instant().plus(lifetime).isAfter(end)) {
            throw new CeremonyFaultException("--crl-days " + days + " is longer than the certificate of \""
                    + issuer.name() + "\" is valid, which ends at " + end + ". Choose at most "
                    + Duration.between(clock.instant(), end).toDays() + ".");
        }
        return new CrlTerms(lifetime, lifetime.dividedBy(2), usual.backdate());
    }

    private ResponderCertificates responders(
            Storage storage, KeyVault vault, DataDirectory data, IssuerRegistry issuers) {
        return new ResponderCertificates(
                vault,
                data.keys(),
                new Issuance(issuers, new Linter(), storage.journal(), storage.ledger(), clock, random),
                Configuration.profiles(data),
                new CertificateRequestReader(vault.providers().preferred()),
                storage.ledger(),
                new AccessPolicy(),
                clock);
    }

    private SignedCrl crl(Storage storage, DataDirectory data, Issuer issuer, CrlTerms terms) {
        CrlIssuer crlIssuer = new CrlIssuer(
                storage.ledger(), storage.crlArchive(), storage.journal(), CrlSpool.in(data.crl()), clock);
        CrlPublication publication =
                new CrlPublication(crlIssuer, new CrlDirectory(data.crl()), new PublishedCrls(), clock);
        publication.resume(issuer, false);
        return publication.publish(Requester.system(), issuer, terms, Optional.empty());
    }
}
