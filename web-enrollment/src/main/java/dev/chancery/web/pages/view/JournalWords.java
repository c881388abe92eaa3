package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.counted;
import static dev.chancery.web.pages.text.Texts.number;
import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.told;

import dev.chancery.core.journal.CertificateAddresses;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.EncodedCertificate;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Map<String, String> DONE = Map.of(
            "changed their own password", "journal.did.ownPassword",
            "password reset; must be changed at the next sign-in", "journal.did.reset",
            "nothing changed", "journal.did.nothing");
    /** Decisions that tell where somebody sits. */
    private static final Set<String> FROM_ADDRESS =
            Set.of("signed-in", "sign-in-failed", "sign-in-delayed", "password-change-failed");

    private static final String FROM = ", from ";
    private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

    private JournalWords() {}

    public static JournalRow of(JournalRecord stored, Moments moments) {
        Sentence sentence = sentence(stored.event());
        return new JournalRow(
                number(stored.sequence()),
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
                    plain("journal.says.issued", Names.first(certificate), issued.requester(), issued.profile()),
                    "/certificates/" + certificate.serial().hex());
        }
        if (event instanceof JournalEvent.CertificateRevoked revoked) {
            return new Sentence(
                    plain(
                            "journal.says.revoked",
                            revoked.serial().hex(),
                            ReasonWords.of(revoked.reason()).words()),
                    "/certificates/" + revoked.serial().hex());
        }
        if (event instanceof JournalEvent.HoldReleased released) {
            return new Sentence(
                    plain("journal.says.released", released.serial().hex()),
                    "/certificates/" + released.serial().hex());
        }
        if (event instanceof JournalEvent.CrlSigned signed) {
            return new Sentence(
                    plain(
                            "journal.says.crlSigned",
                            signed.scope(),
                            signed.number(),
                            counted(signed.entries(), "word.count.certificate.dative")),
                    "/authorities");
        }
        if (event instanceof JournalEvent.CrlFilesRemoved removed) {
            return new Sentence(
                    plain(
                            "journal.says.crlsDeleted",
                            counted(removed.numbers().size(), "word.count.file"),
                            removed.scope(),
                            removed.why()),
                    "/authorities/" + removed.issuer() + "/crls");
        }
        if (event instanceof JournalEvent.CrlNumbersRaised raised) {
            return new Sentence(
                    plain("journal.says.crlNumberRaised", raised.scope(), raised.number(), raised.why()),
                    "/authorities");
        }
        return administrative(event);
    }

    private static Sentence administrative(JournalEvent event) {
        if (event instanceof JournalEvent.RequestSubmitted submitted) {
            return new Sentence(
                    plain("journal.says.submitted", submitted.id(), submitted.profile()),
                    "/requests/" + submitted.id());
        }
        if (event instanceof JournalEvent.RequestAgreed agreed) {
            return new Sentence(
                    plain("journal.says.agreed", agreed.id(), comment(agreed.comment())), "/requests/" + agreed.id());
        }
        if (event instanceof JournalEvent.RequestApproved approved) {
            return new Sentence(
                    plain("journal.says.approved", approved.id(), comment(approved.comment())),
                    "/requests/" + approved.id());
        }
        if (event instanceof JournalEvent.RequestDenied denied) {
            return new Sentence(
                    plain("journal.says.denied", denied.id(), comment(denied.comment())), "/requests/" + denied.id());
        }
        if (event instanceof JournalEvent.AccountSaved saved) {
            return new Sentence(
                    plain("journal.says.account", saved.account().name(), done(saved.what())),
                    "/users/" + saved.account().name());
        }
        if (event instanceof JournalEvent.GroupSaved saved) {
            return new Sentence(
                    plain("journal.says.group", saved.group().name(), done(saved.what())),
                    "/groups/" + saved.group().name());
        }
        if (event instanceof JournalEvent.GroupRemoved removed) {
            return new Sentence(plain("journal.says.groupRemoved", removed.name(), removed.what()), "/groups");
        }
        if (event instanceof JournalEvent.ProfileSaved saved) {
            return new Sentence(
                    plain("journal.says.profile", saved.name(), saved.version(), comment(saved.why())),
                    "/profiles/" + saved.name() + "/versions/" + saved.version());
        }
        if (event instanceof JournalEvent.ProfileRemoved removed) {
            return new Sentence(
                    plain("journal.says.profileRemoved", removed.name(), comment(removed.why())),
                    "/profiles/" + removed.name() + "/versions/" + removed.version());
        }
        if (event instanceof JournalEvent.AuthorityAdded added) {
            return new Sentence(plain("journal.says.authority", added.name()), "/authorities");
        }
        if (event instanceof JournalEvent.AuthorityAddressesChanged changed) {
            return new Sentence(
                    plain("journal.says.addresses", changed.name(), words(changed.after()), words(changed.before())),
                    "/authorities");
        }
        if (event instanceof JournalEvent.AuthorityKeyMoved moved) {
            return new Sentence(
                    plain(moved.away() ? "journal.says.keyLeft" : "journal.says.keyBack", moved.name(), moved.why()),
                    "/authorities");
        }
        if (event instanceof JournalEvent.AuthorityPartitioned partitioned) {
            return new Sentence(
                    plain(
                            partitioned.after() == 1 ? "journal.says.partition" : "journal.says.partitions",
                            partitioned.name(),
                            partitioned.after(),
                            partitioned.before()),
                    "/authorities");
        }
        if (event instanceof JournalEvent.Decision decision) {
            return new Sentence(decision(decision), "");
        }
        return new Sentence(event.type(), "");
    }

    /** What the journal keeps is English; where it always has the same words, they are known in every language. */
    private static String done(String what) {
        return DONE.containsKey(what) ? plain(DONE.get(what)) : what;
    }

    private static String decision(JournalEvent.Decision decision) {
        String detail = decision.detail().isEmpty() ? "" : ", " + decision.detail();
        boolean address = FROM_ADDRESS.contains(decision.action()) && detail.startsWith(FROM);
        String key = HYPHEN.matcher(decision.action())
                .replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT));
        return told(
                decision.action() + ": " + decision.object() + detail,
                "journal.decision." + key,
                decision.object(),
                address ? plain("journal.fromAddress", detail.substring(FROM.length())) : detail);
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
