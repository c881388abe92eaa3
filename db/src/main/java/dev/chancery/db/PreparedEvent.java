package dev.chancery.db;

import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import java.util.Optional;

/**
 * An event with what costs time taken from it, so that the one writer need not do it.
 *
 * @param issued the certificate of a CertificateIssued
 */
record PreparedEvent(JournalEvent event, Optional<IssuedCertificate> issued) {
    /** @throws IllegalArgumentException when a certificate in it is none */
    static PreparedEvent of(JournalEvent event) {
        return new PreparedEvent(
                event,
                event instanceof CertificateIssued issued
                        ? Optional.of(IssuedCertificate.of(issued))
                        : Optional.empty());
    }
}
