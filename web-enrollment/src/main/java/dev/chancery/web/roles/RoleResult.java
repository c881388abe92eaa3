package dev.chancery.web.roles;

import dev.chancery.core.issuance.IssuanceOutcome.AwaitingApproval;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one planned certificate.
 *
 * @param certificate when it was issued
 * @param awaiting when an officer must approve
 * @param objections when it was refused
 * @param certreq a file for {@code certreq}, when there was no CSR
 */
public record RoleResult(
        PlannedCertificate planned,
        State state,
        Optional<CertificateRecord> certificate,
        Optional<AwaitingApproval> awaiting,
        List<Objection> objections,
        Optional<String> certreq) {
    public enum State {
        ISSUED,
        WAITING,
        REFUSED,
        NEEDS_CSR;

        /** {@code needs-csr}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public RoleResult {
        objections = List.copyOf(objections);
    }

    static RoleResult issued(PlannedCertificate planned, CertificateRecord certificate) {
        return new RoleResult(
                planned, State.ISSUED, Optional.of(certificate), Optional.empty(), List.of(), Optional.empty());
    }

    static RoleResult waiting(PlannedCertificate planned, AwaitingApproval awaiting) {
        return new RoleResult(
                planned, State.WAITING, Optional.empty(), Optional.of(awaiting), List.of(), Optional.empty());
    }

    static RoleResult refused(PlannedCertificate planned, List<Objection> objections) {
        return new RoleResult(planned, State.REFUSED, Optional.empty(), Optional.empty(), objections, Optional.empty());
    }

    static RoleResult withoutCsr(PlannedCertificate planned, String certreq) {
        return new RoleResult(
                planned, State.NEEDS_CSR, Optional.empty(), Optional.empty(), List.of(), Optional.of(certreq));
    }
}
