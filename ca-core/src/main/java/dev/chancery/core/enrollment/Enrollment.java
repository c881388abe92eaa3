package dev.chancery.core.enrollment;

import dev.chancery.core.access.Permit;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.profile.ProfileCatalog;
import java.time.Clock;

/** Requests, approval, issuance: what every front door calls. */
public final class Enrollment {
    public Enrollment(
            CertificateRequestReader reader,
            ProfileCatalog profiles,
            IssuerRegistry issuers,
            Issuance issuance,
            RequestQueue queue,
            Journal journal,
            Clock clock) {}

    /** Issues at once, queues for an officer, or refuses. The permit is for REQUEST_CERTIFICATE. */
    public IssuanceOutcome request(Permit permit, EnrollmentRequest request) {
        throw new UnsupportedOperationException("being built");
    }

    /** The same judgement without any effect. */
    public Preview preview(Permit permit, EnrollmentRequest request) {
        throw new UnsupportedOperationException("being built");
    }

    /** Approves and issues; the request is judged again first. The permit is for DECIDE_REQUEST on this request. */
    public IssuanceOutcome approve(Permit permit, long request, String comment) {
        throw new UnsupportedOperationException("being built");
    }

    public DenialOutcome deny(Permit permit, long request, String comment) {
        throw new UnsupportedOperationException("being built");
    }
}
