package dev.chancery.core.issuance;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.Validity;
import java.util.ArrayList;
import java.util.List;

/** What the past and the issuer have to say against a grant, before anything is drafted. */
final class Admission {
    private final CertificateLedger ledger;

    Admission(CertificateLedger ledger) {
        this.ledger = ledger;
    }

    List<Objection> objections(Grant grant, Issuer issuer) {
        List<Objection> objections = new ArrayList<>();
        if (ledger.compromised(grant.subjectPublicKeyInfo().sha256())) {
            objections.add(Refusals.compromisedKey());
        }
        if (issuer.offline()) {
            objections.add(Refusals.offlineIssuer(issuer));
        }
        Validity limits = issuer.certificate().validity();
        if (!limits.covers(grant.validity())) {
            objections.add(Refusals.outsideIssuer(grant.validity(), issuer));
        }
        ledger.revocation(issuer.certificate())
                .ifPresent(status -> objections.add(Refusals.revokedIssuer(issuer, status)));
        return objections;
    }

    /** Whether a certificate answers the same request, as far as its requester can tell. */
    static boolean sameRequest(Grant grant, CertificateRecord earlier) {
        return earlier.profile().equals(grant.profile().name())
                && earlier.certificate().subjectPublicKeyInfo().equals(grant.subjectPublicKeyInfo());
    }
}
