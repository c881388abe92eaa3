package dev.chancery.core.issuance;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.lint.LintOutcome;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.SampleRequest;
import dev.chancery.core.profile.SignatureRule.RsaPadding;
import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.core.x509.Validity;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Shows what a profile makes: the same steps, with a request made up for it, and a CA made up for it whose key is thrown
 * away, so that what comes out is good for nothing but being looked at.
 */
public final class Rehearsal {
    private static final URI NOWHERE = URI.create("http://pki.example.com");
    private static final Duration LONG_ENOUGH = Duration.ofDays(80 * 366);

    private final Linter linter;
    private final CertificateDrafter drafter;
    private final KeyVault vault;
    private final Clock clock;

    /** @param vault makes the keys of the sample's CA; nothing is stored in it */
    public Rehearsal(Linter linter, KeyVault vault, Clock clock, SecureRandom random) {
        this.linter = linter;
        this.drafter = new CertificateDrafter(random);
        this.vault = vault;
        this.clock = clock;
    }

    /** The certificate with its CA's, or why there would be none. */
    public RehearsalOutcome of(CertificateProfile profile) {
        CertificateProfile free = profile.withoutPatterns();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Issuer issuer = issuer(free, now);
        CertificateRequest request = SampleRequest.of(free);
        return free.grant(
                        request,
                        SampleRequest.wishes(free),
                        issuer.certificate().validity(),
                        now)
                .fold(
                        grant -> sign(grant, issuer),
                        objections -> new RehearsalOutcome.Refused(
                                objections.stream().map(Objection::message).toList()));
    }

    private Issuer issuer(CertificateProfile profile, Instant now) {
        SigningKey key = vault.generate(
                profile.signature().rsa() == RsaPadding.PSS ? KeyAlgorithm.RSA_2048 : KeyAlgorithm.EC_P256);
        SubjectName name = SubjectName.parse("CN=Sample CA (nobody trusts it)");
        Validity validity = new Validity(now.minus(Duration.ofDays(3)), now.plus(LONG_ENOUGH));
        Contents contents =
                Contents.of(new AuthorityContents(name, validity, CaConstraint.unlimited()), key.publicKeyInfo(), true);
        Signatory signatory = Signatory.selfSigned(name, key);
        EncodedCertificate certificate = judge(contents, signatory)
                .fold(linted -> CertificateSigner.sign(linted, signatory), findings -> {
                    throw new IssuanceFaultException("The CA of a sample certificate was refused: " + findings);
                });
        return new Issuer(
                profile.issuer(),
                certificate,
                List.of(),
                key,
                PublicationAddresses.under(NOWHERE, profile.issuer()),
                0);
    }

    private LintOutcome judge(Contents contents, Signatory signatory) {
        return linter.judge(
                drafter.draft(contents, signatory),
                signatory.key().algorithm().identifier(),
                signatory.key().publicKeyInfo(),
                contents.expectation(signatory.certificate()));
    }

    private RehearsalOutcome sign(Grant grant, Issuer issuer) {
        Prepared ready = Prepared.of(issuer, grant.profile());
        return judge(Contents.of(grant, ready.constant()), ready.signatory())
                .fold(
                        linted -> new RehearsalOutcome.Made(
                                CertificateSigner.sign(linted, ready.signatory()), issuer.certificate()),
                        findings -> new RehearsalOutcome.Refused(findings.stream()
                                .map(finding ->
                                        finding.rule() + ": " + finding.message() + " (" + finding.citation() + ")")
                                .toList()));
    }
}
