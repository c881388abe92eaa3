package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.SerialNumber;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges a finished CRL before it is recorded (SECURITY.md rule 11): read by the JDK, which did not build it, verified,
 * and compared with its issuer and with the CRL that it replaces.
 */
final class CrlInspection {
    private static final String CRL_NUMBER = "2.5.29.20";

    private final CertificateLedger ledger;

    CrlInspection(CertificateLedger ledger) {
        this.ledger = ledger;
    }

    /** @throws CrlFaultException naming what is wrong */
    void inspect(SignedCrl crl, Issuer issuer, Optional<SignedCrl> predecessor) {
        X509CRL read = read(crl, "The new CRL");
        verify(read, crl, issuer);
        checkFrame(read, crl, issuer);
        checkEntries(read, crl);
        predecessor.ifPresent(before -> compare(read, crl, before));
    }

    private static X509CRL read(SignedCrl crl, String which) {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(crl.der().unsafeOctets()));
        } catch (CertificateException | CRLException e) {
            throw fault(crl, which + " cannot be read back: " + e.getMessage(), e);
        }
    }

    private static void verify(X509CRL read, SignedCrl crl, Issuer issuer) {
        try {
            read.verify(issuer.certificate().toJca().getPublicKey());
        } catch (GeneralSecurityException e) {
            throw fault(crl, "its signature does not verify with the CA's certificate: " + e.getMessage(), e);
        }
    }

    private static void checkFrame(X509CRL read, SignedCrl crl, Issuer issuer) {
        demand(issuerName(crl).equals(issuer.certificate().subject().der()), crl, "its issuer is not the CA's subject");
        demand(read.getVersion() == 2, crl, "it is not version 2");
        demand(
                read.getThisUpdate().toInstant().equals(crl.thisUpdate())
                        && read.getNextUpdate() != null
                        && read.getNextUpdate().toInstant().equals(crl.nextUpdate()),
                crl,
                "its times are not the ones that were asked for");
        demand(crl.nextPublish().isBefore(crl.nextUpdate()), crl, "its successor is due only after it has ended");
        demand(number(read).filter(crl.number().value()::equals).isPresent(), crl, "it does not carry its number");
        Set<String> critical = read.getCriticalExtensionOIDs();
        demand(critical == null || critical.isEmpty(), crl, "it has critical extensions: " + critical);
    }

    /** The exact octets, which the JDK's view would encode anew: after version and algorithm, RFC 5280 §5.1. */
    private static Der issuerName(SignedCrl crl) {
        DerCursor tbsCertList = DerCursor.of(crl.der()).children().get(0);
        return tbsCertList.children().get(2).encoded();
    }

    private static Optional<BigInteger> number(X509CRL read) {
        byte @Nullable [] value = read.getExtensionValue(CRL_NUMBER);
        return value == null
                ? Optional.empty()
                : Optional.of(new BigInteger(DerCursor.of(value).wrapped().content()));
    }

    private static void checkEntries(X509CRL read, SignedCrl crl) {
        Set<? extends X509CRLEntry> entries = read.getRevokedCertificates();
        int count = entries == null ? 0 : entries.size();
        demand(count == crl.entries(), crl, "it lists " + count + " certificates instead of " + crl.entries());
        if (entries == null) {
            return;
        }
        Set<BigInteger> serials = new HashSet<>();
        for (X509CRLEntry entry : entries) {
            demand(serials.add(entry.getSerialNumber()), crl, "a serial stands in it twice: " + hex(entry));
            demand(
                    entry.getRevocationReason() != CRLReason.REMOVE_FROM_CRL,
                    crl,
                    "it releases " + hex(entry) + ", which only a delta CRL may");
        }
    }

    private void compare(X509CRL read, SignedCrl crl, SignedCrl before) {
        X509CRL old = read(before, "The CRL before it, number " + before.number() + ",");
        demand(issuerName(before).equals(issuerName(crl)), crl, "the CRL that it replaces is of another issuer");
        demand(crl.number().compareTo(before.number()) > 0, crl, "its number is not above " + before.number());
        demand(!crl.thisUpdate().isBefore(before.thisUpdate()), crl, "it is older than the one that it replaces");
        Set<? extends X509CRLEntry> entries = old.getRevokedCertificates();
        if (entries != null) {
            entries.stream()
                    .filter(entry -> read.getRevokedCertificate(entry.getSerialNumber()) == null)
                    .forEach(entry -> checkVanished(entry, crl, before));
        }
    }

    /** An entry may vanish when its certificate has ended before the last CRL, or was on hold and is released. */
    private void checkVanished(X509CRLEntry entry, SignedCrl crl, SignedCrl before) {
        CertificateRecord record = ledger.find(crl.issuer(), new SerialNumber(entry.getSerialNumber()))
                .orElseThrow(() -> fault(
                        crl,
                        "certificate " + hex(entry) + " is revoked in CRL " + before.number() + " and unknown to the"
                                + " ledger. Was an old backup restored? Run \"chancery verify\""));
        boolean ended = record.certificate().validity().notAfter().isBefore(before.thisUpdate());
        boolean released = record.revocation().isEmpty() && entry.getRevocationReason() == CRLReason.CERTIFICATE_HOLD;
        demand(
                ended || released,
                crl,
                "certificate " + hex(entry) + ", revoked in CRL " + before.number() + " and valid until "
                        + record.certificate().validity().notAfter() + ", is missing from it");
    }

    private static String hex(X509CRLEntry entry) {
        return new SerialNumber(entry.getSerialNumber()).hex();
    }

    private static void demand(boolean holds, SignedCrl crl, String otherwise) {
        if (!holds) {
            throw fault(crl, otherwise, null);
        }
    }

    private static CrlFaultException fault(SignedCrl crl, String problem) {
        return fault(crl, problem, null);
    }

    private static CrlFaultException fault(SignedCrl crl, String problem, @Nullable Throwable cause) {
        String message = "CRL " + crl.number() + " of \"" + crl.issuer() + "\" was thrown away: " + problem
                + ". The CRL before it stays in force.";
        return cause == null ? new CrlFaultException(message) : new CrlFaultException(message, cause);
    }
}
