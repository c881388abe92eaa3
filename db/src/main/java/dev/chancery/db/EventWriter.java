package dev.chancery.db;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.CertificateAddresses;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalEvent.AuthorityAddressesChanged;
import dev.chancery.core.journal.JournalEvent.AuthorityKeyMoved;
import dev.chancery.core.journal.JournalEvent.AuthorityPartitioned;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.CrlFilesRemoved;
import dev.chancery.core.journal.JournalEvent.CrlNumbersRaised;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.journal.JournalEvent.Decision;
import dev.chancery.core.journal.JournalEvent.GroupRemoved;
import dev.chancery.core.journal.JournalEvent.GroupSaved;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.journal.JournalEvent.ProfileRemoved;
import dev.chancery.core.journal.JournalEvent.ProfileSaved;
import dev.chancery.core.journal.JournalEvent.RequestAgreed;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.journal.JournalEvent.RequestDenied;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.net.URI;

/** An event as fields of JSON; {@link EventReader} is its inverse. docs/journal.md lists them. */
final class EventWriter {
    private final AccountFields accounts;

    EventWriter(Seal seal) {
        this.accounts = new AccountFields(seal);
    }

    /** What stands between a record's time and its chain: {@code "actor":…,"means":…,"type":…} and the event's fields. */
    byte[] body(Requester actor, JournalEvent event) {
        byte[] object = Json.object(json -> {
            json.text("actor", actor.name()).text("means", actor.means()).text("type", event.type());
            write(event, json);
        });
        return java.util.Arrays.copyOfRange(object, 1, object.length - 1);
    }

    private void write(JournalEvent event, Json json) {
        if (event instanceof CertificateIssued issued) {
            issued(issued, json);
        } else if (event instanceof CertificateRevoked revoked) {
            revoked(revoked, json);
        } else if (event instanceof HoldReleased released) {
            json.text("issuer", released.issuer())
                    .text("serial", released.serial().hex())
                    .time("releasedAt", released.releasedAt());
        } else if (event instanceof CrlSigned signed) {
            crl(signed, json);
        } else if (event instanceof CrlFilesRemoved removed) {
            json.text("issuer", removed.issuer())
                    .text("scope", removed.scope())
                    .texts(
                            "numbers",
                            removed.numbers().stream().map(BigInteger::toString).toList())
                    .text("why", removed.why());
        } else if (event instanceof CrlNumbersRaised raised) {
            json.text("issuer", raised.issuer())
                    .text("scope", raised.scope())
                    .text("number", raised.number().toString())
                    .text("why", raised.why());
        } else if (event instanceof RequestSubmitted submitted) {
            submitted(submitted, json);
        } else if (event instanceof RequestAgreed agreed) {
            json.number("id", agreed.id()).text("to", agreed.to().hex()).text("comment", agreed.comment());
        } else if (event instanceof RequestApproved approved) {
            json.number("id", approved.id()).text("comment", approved.comment());
        } else if (event instanceof RequestDenied denied) {
            json.number("id", denied.id()).text("comment", denied.comment());
        } else if (event instanceof AccountSaved saved) {
            accounts.write(saved, json);
        } else if (event instanceof GroupSaved saved) {
            json.text("what", saved.what()).object("group", inner -> GrantFields.write(saved.group(), inner));
        } else if (event instanceof GroupRemoved removed) {
            json.text("name", removed.name()).text("what", removed.what());
        } else if (event instanceof ProfileSaved saved) {
            json.text("name", saved.name())
                    .number("version", saved.version())
                    .text("sha256", saved.sha256().hex())
                    .text("text", saved.text())
                    .text("why", saved.why());
        } else if (event instanceof ProfileRemoved removed) {
            json.text("name", removed.name())
                    .number("version", removed.version())
                    .text("why", removed.why());
        } else if (event instanceof AuthorityAdded added) {
            authority(added, json);
        } else if (event instanceof AuthorityAddressesChanged changed) {
            json.text("name", changed.name())
                    .object("before", inside -> addresses(changed.before(), inside))
                    .object("after", inside -> addresses(changed.after(), inside));
        } else if (event instanceof AuthorityKeyMoved moved) {
            json.text("name", moved.name()).flag("away", moved.away()).text("why", moved.why());
        } else if (event instanceof AuthorityPartitioned partitioned) {
            json.text("name", partitioned.name())
                    .number("before", partitioned.before())
                    .number("after", partitioned.after());
        } else if (event instanceof Decision decision) {
            json.text("action", decision.action())
                    .text("object", decision.object())
                    .text("detail", decision.detail());
        } else {
            throw new IllegalStateException("no form in the journal for " + event.type());
        }
    }

    private static void issued(CertificateIssued event, Json json) {
        json.text("issuer", event.issuer())
                .text("certificate", event.certificate().base64())
                .text("profile", event.profile())
                .text("requester", event.requester())
                .text("idempotencyKey", event.idempotencyKey());
        event.request().ifPresent(request -> json.number("request", request));
        event.partition().ifPresent(partition -> json.number("partition", partition));
        event.profileVersion().ifPresent(version -> json.number("profileVersion", version));
    }

    private static void revoked(CertificateRevoked event, Json json) {
        json.text("issuer", event.issuer())
                .text("serial", event.serial().hex())
                .text("reason", event.reason().rfcName())
                .time("revokedAt", event.revokedAt())
                .time("invalidityDate", event.invalidityDate());
    }

    private static void crl(CrlSigned event, Json json) {
        json.text("issuer", event.issuer())
                .text("scope", event.scope())
                .text("number", event.number().toString())
                .time("thisUpdate", event.thisUpdate())
                .time("nextUpdate", event.nextUpdate())
                .number("entries", event.entries())
                .text("sha256", event.sha256().hex());
        event.coverage()
                .ifPresent(coverage ->
                        json.number("through", coverage.through()).time("listedFrom", coverage.listedFrom()));
        event.difference().ifPresent(difference -> json.object("difference", in -> Differences.write(difference, in)));
    }

    private static void submitted(RequestSubmitted event, Json json) {
        json.number("id", event.id())
                .text("profile", event.profile())
                .text("requester", event.requester())
                .text("csr", event.csr().base64());
        event.names().ifPresent(names -> json.texts("names", names));
        json.text("subject", event.subject())
                .text("validity", event.validity())
                .text("idempotencyKey", event.idempotencyKey())
                .texts("waitsBecause", event.waitsBecause());
    }

    private static void addresses(CertificateAddresses addresses, Json json) {
        json.texts("crl", addresses.crl().stream().map(URI::toString).toList())
                .texts(
                        "caIssuers",
                        addresses.caIssuers().stream().map(URI::toString).toList())
                .texts("ocsp", addresses.ocsp().stream().map(URI::toString).toList());
    }

    private static void authority(AuthorityAdded event, Json json) {
        json.text("name", event.name())
                .text("certificate", event.certificate().base64())
                .texts("chain", event.chain().stream().map(Der::base64).toList())
                .text("keyFile", event.keyFile())
                .number("keyIndex", event.keyIndex())
                .text("addressesBase", event.addressesBase().toString());
    }
}
