package dev.chancery.web.pages.view;

import dev.chancery.core.journal.CertificateAddresses;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.EncodedCertificate;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events of the journal in sentences. */
public final class JournalWords {
    /** Every type of event, for the filter. */
    public static final List<String> TYPES = List.of(
            "authority-added",
            "authority-addresses-changed",
            "authority-key-moved",
            "authority-partitioned",
            "certificate-issued",
            "certificate-revoked",
            "hold-released",
            "crl-signed",
            "crl-numbers-raised",
            "crl-files-removed",
            "request-submitted",
            "request-agreed",
            "request-approved",
            "request-denied",
            "account-saved",
            "group-saved",
            "group-removed",
            "profile-saved",
            "profile-removed",
            "decision");

    private JournalWords() {}

    public static JournalRow of(JournalRecord stored, Moments moments) {
        Sentence sentence = sentence(stored.event());
        return new JournalRow(
                Moments.number(stored.sequence()),
                moments.at(stored.time()),
                stored.actor(),
                stored.means(),
                stored.event().type(),
                sentence.words(),
                sentence.path());
    }

    private record Sentence(String words, String path) {}

    private static Sentence sentence(JournalEvent event) {
        if (event instanceof JournalEvent.CertificateIssued issued) {
            EncodedCertificate certificate = new EncodedCertificate(issued.certificate());
            return new Sentence(
                    "Issued " + Names.first(certificate) + " to " + issued.requester() + ", profile "
                            + issued.profile(),
                    "/certificates/" + certificate.serial().hex());
        }
        if (event instanceof JournalEvent.CertificateRevoked revoked) {
            return new Sentence(
                    "Revoked certificate " + revoked.serial().hex() + ": "
                            + ReasonWords.of(revoked.reason()).words(),
                    "/certificates/" + revoked.serial().hex());
        }
        if (event instanceof JournalEvent.HoldReleased released) {
            return new Sentence(
                    "Released certificate " + released.serial().hex() + " from hold",
                    "/certificates/" + released.serial().hex());
        }
        if (event instanceof JournalEvent.CrlSigned signed) {
            return new Sentence(
                    "Signed revocation list " + signed.scope() + ", number " + signed.number() + ", with "
                            + Moments.counted(signed.entries(), "certificate"),
                    "/authorities");
        }
        if (event instanceof JournalEvent.CrlFilesRemoved removed) {
            return new Sentence(
                    "Deleted " + Moments.counted(removed.numbers().size(), "file") + " of earlier revocation lists of "
                            + removed.scope() + ": " + removed.why(),
                    "/authorities/" + removed.issuer() + "/crls");
        }
        if (event instanceof JournalEvent.CrlNumbersRaised raised) {
            return new Sentence(
                    "Raised the revocation list numbers of " + raised.scope() + " to " + raised.number() + ": "
                            + raised.why(),
                    "/authorities");
        }
        return administrative(event);
    }

    private static Sentence administrative(JournalEvent event) {
        if (event instanceof JournalEvent.RequestSubmitted submitted) {
            return new Sentence(
                    "Request " + submitted.id() + " waits, profile " + submitted.profile(),
                    "/requests/" + submitted.id());
        }
        if (event instanceof JournalEvent.RequestAgreed agreed) {
            return new Sentence(
                    "Agreed to request " + agreed.id() + ", which waits for another officer"
                            + comment(agreed.comment()),
                    "/requests/" + agreed.id());
        }
        if (event instanceof JournalEvent.RequestApproved approved) {
            return new Sentence(
                    "Approved request " + approved.id() + comment(approved.comment()), "/requests/" + approved.id());
        }
        if (event instanceof JournalEvent.RequestDenied denied) {
            return new Sentence(
                    "Denied request " + denied.id() + comment(denied.comment()), "/requests/" + denied.id());
        }
        if (event instanceof JournalEvent.AccountSaved saved) {
            return new Sentence(
                    "Account " + saved.account().name() + ": " + saved.what(),
                    "/users/" + saved.account().name());
        }
        if (event instanceof JournalEvent.GroupSaved saved) {
            return new Sentence(
                    "Group " + saved.group().name() + ": " + saved.what(),
                    "/groups/" + saved.group().name());
        }
        if (event instanceof JournalEvent.GroupRemoved removed) {
            return new Sentence("Removed group " + removed.name() + ": " + removed.what(), "/groups");
        }
        if (event instanceof JournalEvent.ProfileSaved saved) {
            return new Sentence(
                    "Profile " + saved.name() + ", version " + saved.version() + comment(saved.why()),
                    "/profiles/" + saved.name() + "/versions/" + saved.version());
        }
        if (event instanceof JournalEvent.ProfileRemoved removed) {
            return new Sentence(
                    "Removed profile " + removed.name() + comment(removed.why()),
                    "/profiles/" + removed.name() + "/versions/" + removed.version());
        }
        if (event instanceof JournalEvent.AuthorityAdded added) {
            return new Sentence("Authority " + added.name() + " joined", "/authorities");
        }
        if (event instanceof JournalEvent.AuthorityAddressesChanged changed) {
            return new Sentence(
                    "Authority " + changed.name() + ": new certificates point to " + words(changed.after())
                            + " instead of " + words(changed.before()),
                    "/authorities");
        }
        if (event instanceof JournalEvent.AuthorityKeyMoved moved) {
            return new Sentence(
                    "The key of authority " + moved.name() + (moved.away() ? " left" : " came back") + ": "
                            + moved.why(),
                    "/authorities");
        }
        if (event instanceof JournalEvent.AuthorityPartitioned partitioned) {
            return new Sentence(
                    "Authority " + partitioned.name() + ": new certificates are spread over " + partitioned.after()
                            + (partitioned.after() == 1 ? " partition" : " partitions") + " instead of "
                            + partitioned.before(),
                    "/authorities");
        }
        if (event instanceof JournalEvent.Decision decision) {
            String detail = decision.detail().isEmpty() ? "" : ", " + decision.detail();
            return new Sentence(decision.action() + ": " + decision.object() + detail, "");
        }
        return new Sentence(event.type(), "");
    }

    private static String words(CertificateAddresses addresses) {
        return Stream.of(addresses.crl(), addresses.caIssuers(), addresses.ocsp())
                .flatMap(List::stream)
                .map(URI::toString)
                .collect(Collectors.joining(", "));
    }

    private static String comment(String comment) {
        return comment.isBlank() ? "" : ": " + comment;
    }
}
