package dev.chancery.core.issuance;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.journal.ClockGuard;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The same steps for the certificates of CAs: draft, lint, sign. For the ceremony, which stores them with their keys and
 * records them before anybody sees them.
 */
public final class AuthorityCertificates {
    private final Linter linter;
    private final CertificateDrafter drafter;
    private final ClockGuard clock;

    public AuthorityCertificates(Linter linter, Journal journal, Clock clock, SecureRandom random) {
        this.linter = linter;
        this.drafter = new CertificateDrafter(random);
        this.clock = new ClockGuard(journal, clock);
    }

    /**
     * Signs a root's certificate with the root's own key.
     *
     * @throws IssuanceFaultException when a rule objects
     */
    public EncodedCertificate selfSigned(Permit permit, AuthorityContents contents, SigningKey key) {
        return sign(
                permit,
                Contents.of(contents, key.publicKeyInfo(), true),
                Signatory.selfSigned(contents.subject(), key));
    }

    /**
     * Signs the certificate of a CA below {@code parent}.
     *
     * @throws IssuanceFaultException when a rule objects, or when it would outlive its parent
     */
    public EncodedCertificate under(
            Permit permit, Issuer parent, AuthorityContents contents, Der subjectPublicKeyInfo) {
        if (!parent.certificate().validity().covers(contents.validity())) {
            throw new IssuanceFaultException("The CA certificate for " + contents.subject() + " would be valid "
                    + Refusals.words(contents.validity()) + ", outside of its parent's "
                    + Refusals.words(parent.certificate().validity()) + ". Choose a shorter validity.");
        }
        return sign(
                permit,
                Contents.of(contents, subjectPublicKeyInfo, false),
                Signatory.of(parent).withoutPartitions());
    }

    private EncodedCertificate sign(Permit permit, Contents contents, Signatory signatory) {
        permit.require(Permission.MANAGE_AUTHORITIES);
        clock.now();
        Der draft = drafter.draft(contents, signatory);
        return linter.judge(
                        draft,
                        signatory.key().algorithm().identifier(),
                        signatory.key().publicKeyInfo(),
                        contents.expectation(signatory.certificate()))
                .fold(linted -> CertificateSigner.sign(linted, signatory), findings -> {
                    throw refused(contents, findings);
                });
    }

    private static IssuanceFaultException refused(Contents contents, List<Finding> findings) {
        return new IssuanceFaultException("The CA certificate for " + contents.subject()
                + " was not signed, because these rules object: "
                + findings.stream()
                        .map(finding -> finding.rule() + ": " + finding.message() + " (" + finding.citation() + ")")
                        .collect(Collectors.joining("; ")));
    }
}
