package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlEntryCursor;
import dev.chancery.core.lint.CrlJudge;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.Severity;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SerialNumber;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges a finished CRL before it is recorded (SECURITY.md rule 11): linted and its signature verified by code that did not
 * build it, read back and held against what was meant, and compared with the CRL that it replaces. One pass over the
 * entries serves all of that.
 */
final class CrlInspection {
    private final CertificateLedger ledger;

    CrlInspection(CertificateLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * The certificates of which only a second look can say whether they may be missing; empty when nothing is wrong.
     *
     * @throws CrlFaultException naming what is wrong
     */
    Set<SerialNumber> inspect(CrlDraft.Unjudged unjudged, Issuer issuer, Optional<SignedCrl> predecessor) {
        SignedCrl crl = unjudged.crl();
        try {
            Entries entries = new Entries(predecessor.map(before -> new CrlComparison(ledger, before, crl)));
            ByteBuffer octets = crl.octets().buffer();
            lint(judge(crl.scope(), octets, issuer.certificate().der(), entries));
            CrlContent content = CrlContent.read(octets);
            checkFrame(content, crl);
            entries.comparison.ifPresent(comparison -> comparison.frame(content));
            return entries.end(unjudged.meant());
        } catch (IllegalArgumentException e) {
            throw CrlFaultException.thrownAway(crl, e);
        }
    }

    private static List<Finding> judge(CrlScope scope, ByteBuffer octets, Der issuer, CrlJudge.EntryReader entries) {
        return scope instanceof CrlScope.Partition
                ? CrlJudge.judgePartition(octets, issuer, entries)
                : CrlJudge.judge(octets, issuer, entries);
    }

    private static void lint(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        demand(
                errors.isEmpty(),
                errors.stream()
                        .map(finding -> finding.rule() + ": " + finding.message() + " (" + finding.citation() + ")")
                        .collect(Collectors.joining("; ")));
    }

    private static void checkFrame(CrlContent content, SignedCrl crl) {
        checkScope(content, crl.scope());
        demand(content.number().filter(crl.number().value()::equals).isPresent(), "it does not carry its number");
        demand(
                content.thisUpdate().equals(crl.thisUpdate())
                        && content.nextUpdate().filter(crl.nextUpdate()::equals).isPresent()
                        && content.nextPublish()
                                .filter(crl.nextPublish()::equals)
                                .isPresent(),
                "its times are not the ones that were meant");
    }

    private static void checkScope(CrlContent content, CrlScope scope) {
        if (scope instanceof CrlScope.Full full) {
            demand(content.deltaBase().isEmpty(), "it is a delta CRL, not a full one");
            demand(
                    content.freshest().equals(full.freshest().map(URI::toString)),
                    "its FreshestCRL is not "
                            + full.freshest().map(URI::toString).orElse("absent"));
        } else if (scope instanceof CrlScope.Delta delta) {
            demand(
                    content.deltaBase().filter(delta.base().value()::equals).isPresent(),
                    "it is no delta CRL to the base " + delta.base());
        } else if (scope instanceof CrlScope.Partition partition) {
            List<String> addresses =
                    partition.addresses().stream().map(URI::toString).toList();
            demand(
                    content.distributionPoint().equals(addresses),
                    "its IssuingDistributionPoint is " + content.distributionPoint() + " instead of " + addresses
                            + ", which the certificates of its partition name");
            demand(
                    content.deltaBase().isEmpty() && content.freshest().isEmpty(),
                    "it is a delta CRL or names one, and a partition has none");
        }
    }

    /** Counts the entries and compares them, as the judge walks over them. */
    private static final class Entries implements CrlJudge.EntryReader {
        private final Optional<CrlComparison> comparison;
        private final EntryTally found = new EntryTally();
        private @Nullable IllegalArgumentException problem;

        Entries(Optional<CrlComparison> comparison) {
            this.comparison = comparison;
        }

        @Override
        public void entry(CrlEntryCursor at) {
            if (problem != null) {
                return;
            }
            try {
                if (!at.ascends()) {
                    throw new IllegalArgumentException(
                            "serial " + at.serial().toString(16) + " is not above the one before it");
                }
                found.add(at);
                if (comparison.isPresent()) {
                    comparison.get().entry(at);
                }
            } catch (IllegalArgumentException e) {
                // What the judge has to say about the rest comes first.
                problem = e;
            }
        }

        Set<SerialNumber> end(EntryTally meant) {
            if (problem != null) {
                throw problem;
            }
            demand(
                    found.count() == meant.count(),
                    "it lists " + found.count() + " certificates instead of " + meant.count());
            demand(found.sameAs(meant), "its entries are not the ones that the ledger gave");
            return comparison.map(CrlComparison::end).orElse(Set.of());
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
