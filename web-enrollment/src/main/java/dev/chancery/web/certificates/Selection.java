package dev.chancery.web.certificates;

import dev.chancery.core.access.Permit;
import dev.chancery.core.ledger.CertificateRecord;
import java.util.List;
import java.util.Optional;

/**
 * Certificates that somebody wants to revoke together.
 *
 * @param revocable in the order of the wish
 * @param leftAlone and why
 */
public record Selection(List<Chosen> revocable, List<LeftAlone> leftAlone) {
    public Selection {
        revocable = List.copyOf(revocable);
        leftAlone = List.copyOf(leftAlone);
    }

    public record Chosen(CertificateRecord certificate, Permit permit) {}

    /**
     * One that is not going to be revoked.
     *
     * @param position in the wish, from 0
     * @param certificate empty when there is none with this serial
     */
    public record LeftAlone(int position, String serial, Optional<CertificateRecord> certificate, Why why) {}

    public enum Why {
        UNKNOWN,
        /** Somebody else's. */
        NOT_ALLOWED,
        /** For good. */
        REVOKED_BEFORE
    }

    public List<CertificateRecord> certificates() {
        return revocable.stream().map(Chosen::certificate).toList();
    }
}
