package dev.chancery.server;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.issuance.IssuanceRequest;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.EncodedCertificate;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Makes the keys of OCSP responders and gets their certificates, through the one signing path.
 *
 * @param directory where each is kept
 */
record ResponderCertificates(
        KeyVault vault,
        Path directory,
        Issuance issuance,
        ProfileCatalog profiles,
        CertificateRequestReader reader,
        CertificateLedger ledger,
        AccessPolicy access,
        Clock clock) {
    static final String PROFILE = "ocsp-responder";

    /** No CA's own key file has a dot in its name. */
    private static final String INFIX = ".ocsp";

    private static final KeyAlgorithm KEY = KeyAlgorithm.EC_P256;

    /** A key with the certificate that belongs to it. */
    record Made(SigningKey key, EncodedCertificate certificate) {}

    /** Whether this is the file of a responder's key. */
    static boolean isTheirs(Path file) {
        return file.getFileName().toString().contains(INFIX + "-");
    }

    OwnCertificates kept(Issuer issuer) {
        return new OwnCertificates(vault, ledger, clock, directory, issuer.name() + INFIX);
    }

    /** A new key, kept in the place of those before it. */
    Made renew(Issuer issuer) {
        return renew(issuer, entry(issuer));
    }

    /** The same for a CA whose key leaves, so that the certificate must last until it comes again. */
    Made renew(Issuer issuer, ValidityLength length) {
        ProfileCatalog.Entry usual = entry(issuer);
        return renew(issuer, new ProfileCatalog.Entry(usual.profile().lasting(length), usual.version()));
    }

    private Made renew(Issuer issuer, ProfileCatalog.Entry profile) {
        SigningKey key = vault.generate(KEY);
        EncodedCertificate certificate = issue(profile, issuer, key);
        kept(issuer).store(key, certificate, List.of(issuer.certificate()));
        return new Made(key, certificate);
    }

    /** Whether it lasts no longer than one that is renewed by itself: one made for an offline CA does. */
    boolean isOrdinary(EncodedCertificate certificate, Issuer issuer) {
        ValidityLength longest = entry(issuer).profile().validity().maximum();
        return !certificate
                .validity()
                .notAfter()
                .isAfter(longest.addTo(certificate.validity().notBefore()));
    }

    private ProfileCatalog.Entry entry(Issuer issuer) {
        ProfileCatalog.Entry found = profiles.entry(PROFILE)
                .orElseThrow(() -> new IllegalStateException("The profile " + PROFILE + " is missing. Put the shipped "
                        + PROFILE + ".yaml back into the data directory's profiles."));
        return new ProfileCatalog.Entry(found.profile().issuedBy(issuer.name()), found.version());
    }

    private EncodedCertificate issue(ProfileCatalog.Entry profile, Issuer issuer, SigningKey key) {
        if (profile.profile().approval() != Approval.NONE) {
            throw new IllegalStateException("The profile " + PROFILE + " asks for an officer's approval, whom the"
                    + " server cannot wait for. Set approval: none in it.");
        }
        return issuance.issue(
                        OwnCertificates.permit(access, PROFILE),
                        new IssuanceRequest(
                                grant(profile.profile(), issuer, key).madeWith(profile.version()),
                                Requester.system().name(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()))
                .fold(
                        issued -> issued.certificate().certificate(),
                        refused -> {
                            throw new IllegalStateException(OwnCertificates.words(refused.objections()));
                        },
                        waiting -> {
                            throw new IllegalStateException("it waits for approval");
                        });
    }

    private Grant grant(CertificateProfile profile, Issuer issuer, SigningKey key) {
        CertificateRequest request = reader.read(
                        OwnRequest.pkcs10(key, "OCSP responder").octets())
                .fold(read -> read, rejected -> {
                    throw new IllegalStateException(OwnCertificates.words(rejected.objections()));
                });
        return profile.grant(request, Wishes.none(), issuer.certificate().validity(), clock.instant())
                .fold(granted -> granted, objections -> {
                    throw new IllegalStateException(
                            "The profile " + PROFILE + " does not fit: " + OwnCertificates.words(objections));
                });
    }
}
