package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlJudge;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.Severity;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a finished CRL before it is recorded (SECURITY.md rule 11): linted and its signature verified by code that did not
 * build it, read back and held against what was meant, and compared with the CRL that it replaces.
 */
final class CrlInspection {
    private final CrlComparison comparison;

    CrlInspection(CertificateLedger ledger) {
        this.comparison = new CrlComparison(ledger);
    }

    /**
     * The certificates of which only a second look can say whether they may be missing; empty when nothing is wrong.
     *
     * @throws CrlFaultException naming what is wrong
     */
    Set<SerialNumber> inspect(CrlDraft.Unjudged unjudged, Issuer issuer, Optional<SignedCrl> predecessor) {
        SignedCrl crl = unjudged.crl();
        try {
            lint(crl, issuer);
            CrlContent content = CrlContent.read(crl.octets().der());
            checkFrame(content, crl);
            checkEntries(content, unjudged);
            return predecessor
                    .map(before -> comparison.compare(content, before, crl))
                    .orElse(Set.of());
        } catch (IllegalArgumentException e) {
            throw CrlFaultException.thrownAway(crl, e);
        }
    }

    private static void lint(SignedCrl crl, Issuer issuer) {
        List<Finding> errors = CrlJudge.judge(
                        crl.octets().der(), issuer.certificate().der())
                .stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        demand(
                errors.isEmpty(),
                errors.stream()
                        .map(finding -> finding.rule() + ": " + finding.message() + " (" + finding.citation() + ")")
                        .collect(Collectors.joining("; ")));
    }

    private static void checkFrame(CrlContent content, SignedCrl crl) {
        demand(content.deltaBase().isEmpty(), "it is a delta CRL, not a full one");
        demand(content.number().filter(crl.number().value()::equals).isPresent(), "it does not carry its number");
        demand(
                content.thisUpdate().equals(crl.thisUpdate())
                        && content.nextUpdate().filter(crl.nextUpdate()::equals).isPresent()
                        && content.nextPublish()
                                .filter(crl.nextPublish()::equals)
                                .isPresent(),
                "its times are not the ones that were meant");
    }

    private static void checkEntries(CrlContent content, CrlDraft.Unjudged unjudged) {
        EntryDigest found = new EntryDigest();
        content.forEach(
                (serial, date, reason) -> found.add(serial, date, reason.orElse(RevocationReason.UNSPECIFIED.code())));
        demand(
                found.count() == unjudged.crl().entries(),
                "it lists " + found.count() + " certificates instead of "
                        + unjudged.crl().entries());
        demand(found.value().equals(unjudged.entryDigest()), "its entries are not the ones that the ledger gave");
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
