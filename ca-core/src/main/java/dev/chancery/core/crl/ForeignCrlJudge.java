package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlJudge;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.Severity;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a CRL that somebody else's software made: linted and its signature verified, later than the one before in every
 * respect, current, and in agreement with what is known here about each certificate.
 */
final class ForeignCrlJudge {
    static final String FIELD = "crl";
    static final String NUMBER_NOT_RISING = "crl-number-not-rising";

    private final CertificateLedger ledger;

    ForeignCrlJudge(CertificateLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Empty when nothing is wrong with it.
     *
     * @param highest the largest number ever recorded
     */
    List<Objection> objections(
            Issuer issuer, Der octets, Optional<SignedCrl> predecessor, CrlNumber highest, Instant now) {
        List<Objection> linted = lint(issuer, octets);
        if (!linted.isEmpty()) {
            return linted;
        }
        List<Objection> found = new ArrayList<>();
        CrlContent content = CrlContent.read(octets);
        if (content.deltaBase().isPresent()) {
            found.add(objection("crl-is-delta", "It is a delta CRL. Upload the full one."));
            return found;
        }
        number(content, predecessor, highest, found);
        times(content, predecessor, now, found);
        Set<BigInteger> listed = new HashSet<>();
        content.forEach((serial, date, reason) -> listed.add(serial));
        entries(issuer, listed, content.thisUpdate(), predecessor, found);
        return found;
    }

    /** Everything about its form and its signature, by code that makes no CRLs. */
    private static List<Objection> lint(Issuer issuer, Der octets) {
        return CrlJudge.judge(octets, issuer.certificate().der()).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(ForeignCrlJudge::objection)
                .toList();
    }

    private static Objection objection(Finding finding) {
        return objection(finding.rule(), finding.message() + " (" + finding.citation() + ")");
    }

    private static Objection objection(String rule, String message) {
        return Objection.of(rule, FIELD, message);
    }

    private static void number(
            CrlContent content, Optional<SignedCrl> predecessor, CrlNumber highest, List<Objection> found) {
        CrlNumber last =
                predecessor.map(SignedCrl::number).orElse(CrlNumber.ZERO).max(highest);
        CrlNumber number = new CrlNumber(content.number().orElseThrow());
        if (number.compareTo(last) <= 0) {
            found.add(objection(
                    NUMBER_NOT_RISING,
                    "Its number " + number + " is not above " + last + ", the last one that is known here. Validating"
                            + " servers may go on using the newer one: sign it again with a number of "
                            + last.next() + " or more."));
        }
    }

    private static void times(CrlContent content, Optional<SignedCrl> predecessor, Instant now, List<Objection> found) {
        Instant thisUpdate = content.thisUpdate();
        Instant nextUpdate = content.nextUpdate().orElseThrow();
        if (thisUpdate.isAfter(now)) {
            found.add(objection(
                    "crl-not-yet-valid",
                    "It begins at " + thisUpdate + ", and it is " + now + " here. Validating servers refuse a CRL from"
                            + " the future. Wait, or correct the clock where it was signed."));
        }
        if (!nextUpdate.isAfter(now)) {
            found.add(objection(
                    "crl-ended",
                    "It ended at " + nextUpdate + ", and it is " + now + " here. Sign a new one that ends later."));
        }
        predecessor
                .filter(before -> thisUpdate.isBefore(before.thisUpdate()))
                .ifPresent(before -> found.add(objection(
                        "crl-older",
                        "It is of " + thisUpdate + ", older than CRL " + before.number() + " of " + before.thisUpdate()
                                + ", which it would replace.")));
    }

    private void entries(
            Issuer issuer,
            Set<BigInteger> listed,
            Instant thisUpdate,
            Optional<SignedCrl> predecessor,
            List<Objection> found) {
        // A certificate stays until one CRL was issued after its end (SECURITY.md rule 12).
        Instant listedFrom = predecessor.map(SignedCrl::thisUpdate).orElse(thisUpdate);
        ledger.revoked(issuer.name(), listedFrom, entry -> {
            if (!listed.contains(entry.serial().value())) {
                found.add(objection(
                        "crl-entry-missing",
                        "Certificate " + entry.serial() + ", revoked here at "
                                + entry.status().revokedAt() + " ("
                                + entry.status().reason().rfcName() + ") and valid until " + entry.notAfter()
                                + ", is missing from it. Revoke it where the key is, and sign again."));
            }
        });
        listed.stream().sorted().map(SerialNumber::new).forEach(serial -> contradiction(issuer, serial, found));
        predecessor.ifPresent(before -> dropped(issuer, listed, before, found));
    }

    /** One source says revoked and the other good: which one is right is for people to say. */
    private void contradiction(Issuer issuer, SerialNumber serial, List<Objection> found) {
        ledger.find(issuer.name(), serial)
                .filter(known -> known.revocation().isEmpty())
                .ifPresent(known -> found.add(objection(
                        "crl-entry-not-revoked",
                        "Certificate " + serial + " is listed in it, and counts as valid here. If it is to be"
                                + " revoked, revoke it here first: ./chancery revoke " + serial + " --reason REASON")));
    }

    /** What the CRL in force lists of certificates that nobody here has ever seen: it may never vanish. */
    private void dropped(Issuer issuer, Set<BigInteger> listed, SignedCrl before, List<Objection> found) {
        CrlContent.read(before.octets().der()).forEach((value, date, reason) -> {
            if (listed.contains(value)) {
                return;
            }
            // What the ledger knows it has judged already.
            SerialNumber serial = new SerialNumber(value);
            if (ledger.find(issuer.name(), serial).isEmpty()) {
                found.add(objection(
                        "crl-entry-dropped",
                        "Certificate " + serial + ", revoked in CRL " + before.number()
                                + ", is missing from it, and this server does not know when that certificate ends."
                                + " Keep the entry."));
            }
        });
    }
}
