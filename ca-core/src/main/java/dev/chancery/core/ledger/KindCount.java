package dev.chancery.core.ledger;

import dev.chancery.core.ledger.CertificateRecord.Status;

/**
 * How many certificates of a kind stand how.
 *
 * @param valid the ending ones among them
 * @param ending valid ones that end before the limit that was asked for
 */
public record KindCount(CertificateKind kind, long valid, long ending, long held, long revoked, long expired) {
    public long all() {
        return valid + held + revoked + expired;
    }

    public long of(Status status) {
        return switch (status) {
            case VALID -> valid;
            case HELD -> held;
            case REVOKED -> revoked;
            case EXPIRED -> expired;
        };
    }
}
