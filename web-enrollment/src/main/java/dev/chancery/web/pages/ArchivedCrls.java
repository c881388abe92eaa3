package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.number;
import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.journal.CrlDifference.Certificates;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.web.crl.CrlHistory;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.pages.view.CrlArchiveRow;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.Names;
import dev.chancery.web.pages.view.StatusMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the archive has, in words, for one visitor. */
final class ArchivedCrls {
    private static final int SHOWN = 3;
    private static final int PIECE = 24;

    private final FoundCertificates found;
    private final CrlHistory history;
    private final Moments moments;

    ArchivedCrls(FoundCertificates found, CrlHistory history, Moments moments) {
        this.found = found;
        this.history = history;
        this.moments = moments;
    }

    /**
     * @param publication the name under which it was published
     * @param inForce the one of that kind that is in force
     * @param path where files are, without the ending
     */
    CrlArchiveRow row(
            Exchange exchange, CrlArchive.Entry entry, String publication, Optional<SignedCrl> inForce, String path) {
        boolean there = history.archived(publication, entry.number()).isPresent();
        return new CrlArchiveRow(
                entry.number().toString(),
                state(entry, inForce),
                moments.at(entry.thisUpdate()),
                moments.at(entry.nextUpdate()),
                number(entry.entries()),
                entry.difference()
                        .map(difference -> plain("authorities.archive.since", difference.previous()))
                        .orElse(""),
                entry.difference()
                        .map(difference -> changes(exchange, difference))
                        .orElse(List.of()),
                there ? path : "",
                entry.fileRemoved().map(moments::at),
                pieces(entry.sha256().colonHex()));
    }

    private StatusMark state(CrlArchive.Entry entry, Optional<SignedCrl> inForce) {
        boolean current =
                inForce.filter(crl -> crl.number().equals(entry.number())).isPresent();
        boolean ended = entry.nextUpdate().isBefore(moments.now());
        if (current) {
            return ended
                    ? new StatusMark("revoked", plain("authorities.archive.inForceEnded"))
                    : new StatusMark("valid", plain("authorities.archive.inForce"));
        }
        boolean newer = inForce.filter(crl -> crl.number().compareTo(entry.number()) < 0)
                .isPresent();
        if (newer) {
            return new StatusMark("held", plain("authorities.archive.never"));
        }
        return ended
                ? new StatusMark("expired", plain("authorities.archive.ended"))
                : new StatusMark("expired", plain("authorities.archive.replaced"));
    }

    private List<CrlArchiveRow.Change> changes(Exchange exchange, CrlDifference difference) {
        List<CrlArchiveRow.Change> changes = new ArrayList<>();
        change(exchange, plain("authorities.archive.added"), difference.added(), changes);
        change(exchange, plain("authorities.archive.otherReason"), difference.changed(), changes);
        change(exchange, plain("authorities.archive.removed"), difference.removed(), changes);
        return changes;
    }

    private void change(Exchange exchange, String what, Certificates certificates, List<CrlArchiveRow.Change> changes) {
        if (certificates.count() == 0) {
            return;
        }
        List<CrlArchiveRow.Listed> listed = certificates.first().stream()
                .map(serial -> listed(exchange, serial))
                .toList();
        int shown = Math.min(SHOWN, listed.size());
        int unnamed = certificates.count() - listed.size();
        changes.add(new CrlArchiveRow.Change(
                what + " " + number(certificates.count()),
                listed.subList(0, shown),
                listed.subList(shown, listed.size()),
                unnamed == 0 ? "" : plain("authorities.archive.unnamed", number(unnamed))));
    }

    private CrlArchiveRow.Listed listed(Exchange exchange, SerialNumber serial) {
        Optional<CertificateRecord> certificate = found.named(exchange, serial.hex());
        return new CrlArchiveRow.Listed(
                certificate.map(known -> Names.first(known.certificate())).orElse(""),
                Names.grouped(serial),
                certificate.isPresent() ? "/certificates/" + serial.hex() : "");
    }

    private static List<String> pieces(String fingerprint) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < fingerprint.length(); i += PIECE) {
            pieces.add(fingerprint.substring(i, Math.min(i + PIECE, fingerprint.length())));
        }
        return pieces;
    }
}
