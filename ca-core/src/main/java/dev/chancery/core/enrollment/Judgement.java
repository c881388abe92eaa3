package dev.chancery.core.enrollment;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.Optional;

/**
 * What a request comes to, before anything is done about it.
 *
 * @param request the CSR, when it could be read
 * @param grant present exactly when there is no objection
 * @param waitsBecause why an officer has to approve; empty when it can be issued at once
 * @param officers how many different officers have to approve; 0 when it can be issued at once
 * @param malformed the CSR could not be parsed at all
 */
record Judgement(
        Optional<CertificateRequest> request,
        Optional<Grant> grant,
        List<String> waitsBecause,
        int officers,
        List<Objection> objections,
        boolean malformed) {
    Judgement {
        waitsBecause = List.copyOf(waitsBecause);
        objections = List.copyOf(objections);
    }

    Preview preview() {
        return preview(List.of());
    }

    /** @param agreements that count already */
    Preview preview(List<PendingRequest.Agreement> agreements) {
        return new Preview(request, grant, waitsBecause, officers, agreements, objections);
    }
}
