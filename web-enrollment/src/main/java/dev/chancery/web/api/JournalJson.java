package dev.chancery.web.api;

import dev.chancery.core.journal.CertificateAddresses;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.web.http.Json;
import java.net.URI;
import tools.jackson.databind.node.ObjectNode;

/** Records of the journal for auditors: every fact, no secret, certificates by their serial instead of their octets. */
final class JournalJson {
    private JournalJson() {}

    static ObjectNode of(JournalRecord stored) {
        ObjectNode node = Json.object()
                .put("sequence", stored.sequence())
                .put("time", stored.time().toString())
                .put("actor", stored.actor())
                .put("means", stored.means())
                .put("type", stored.event().type());
        node.set("event", event(stored.event()));
        return node.put("previous", stored.previous().hex())
                .put("hash", stored.hash().hex());
    }

    private static ObjectNode event(JournalEvent event) {
        ObjectNode node = Json.object();
        if (event instanceof JournalEvent.CertificateIssued issued) {
            issued(node, issued);
        } else if (event instanceof JournalEvent.CertificateRevoked revoked) {
            revoked(node, revoked);
        } else if (event instanceof JournalEvent.HoldReleased released) {
            node.put("issuer", released.issuer())
                    .put("serial", released.serial().hex());
        } else if (event instanceof JournalEvent.CrlSigned signed) {
            crl(node, signed);
        } else if (event instanceof JournalEvent.CrlFilesRemoved removed) {
            node.put("issuer", removed.issuer()).put("scope", removed.scope());
            removed.numbers().forEach(node.putArray("numbers")::add);
            node.put("why", removed.why());
        } else if (event instanceof JournalEvent.CrlNumbersRaised raised) {
            node.put("issuer", raised.issuer())
                    .put("scope", raised.scope())
                    .put("number", raised.number())
                    .put("why", raised.why());
        } else if (event instanceof JournalEvent.RequestSubmitted submitted) {
            submitted(node, submitted);
        } else if (event instanceof JournalEvent.RequestAgreed agreed) {
            node.put("request", agreed.id()).put("to", agreed.to().hex()).put("comment", agreed.comment());
        } else if (event instanceof JournalEvent.RequestApproved approved) {
            node.put("request", approved.id()).put("comment", approved.comment());
        } else if (event instanceof JournalEvent.RequestDenied denied) {
            node.put("request", denied.id()).put("comment", denied.comment());
        } else if (event instanceof JournalEvent.AuthorityAdded added) {
            node.put("name", added.name())
                    .put("fingerprint", added.certificate().sha256().hex());
        } else if (event instanceof JournalEvent.AuthorityAddressesChanged changed) {
            node.put("name", changed.name());
            addresses(node.putObject("before"), changed.before());
            addresses(node.putObject("after"), changed.after());
        } else if (event instanceof JournalEvent.AuthorityKeyMoved moved) {
            node.put("name", moved.name()).put("away", moved.away()).put("why", moved.why());
        } else if (event instanceof JournalEvent.AuthorityPartitioned partitioned) {
            node.put("name", partitioned.name())
                    .put("before", partitioned.before())
                    .put("after", partitioned.after());
        } else if (event instanceof JournalEvent.AccountSaved saved) {
            node.put("what", saved.what());
            node.set("account", UserJson.of(saved.account()));
        } else if (event instanceof JournalEvent.GroupSaved saved) {
            node.put("what", saved.what());
            node.set("group", GroupsApi.json(saved.group()));
        } else if (event instanceof JournalEvent.GroupRemoved removed) {
            node.put("name", removed.name()).put("what", removed.what());
        } else if (event instanceof JournalEvent.ProfileSaved saved) {
            node.put("name", saved.name())
                    .put("version", saved.version())
                    .put("sha256", saved.sha256().hex())
                    .put("text", saved.text())
                    .put("why", saved.why());
        } else if (event instanceof JournalEvent.ProfileRemoved removed) {
            node.put("name", removed.name()).put("version", removed.version()).put("why", removed.why());
        } else if (event instanceof JournalEvent.Decision decision) {
            node.put("action", decision.action())
                    .put("object", decision.object())
                    .put("detail", decision.detail());
        }
        return node;
    }

    private static void issued(ObjectNode node, JournalEvent.CertificateIssued event) {
        EncodedCertificate certificate = new EncodedCertificate(event.certificate());
        node.put("issuer", event.issuer())
                .put("serial", certificate.serial().hex())
                .put("subject", certificate.subject().rfc4514())
                .put("fingerprint", certificate.fingerprint().hex())
                .put("profile", event.profile())
                .put("requester", event.requester());
        event.request().ifPresent(id -> node.put("request", id));
        event.partition().ifPresent(partition -> node.put("partition", partition));
        event.profileVersion().ifPresent(version -> node.put("profileVersion", version));
    }

    private static void revoked(ObjectNode node, JournalEvent.CertificateRevoked event) {
        node.put("issuer", event.issuer())
                .put("serial", event.serial().hex())
                .put("reason", event.reason().rfcName())
                .put("revokedAt", event.revokedAt().toString());
        event.invalidityDate().ifPresent(since -> node.put("invalidityDate", since.toString()));
    }

    private static void crl(ObjectNode node, JournalEvent.CrlSigned event) {
        node.put("issuer", event.issuer())
                .put("scope", event.scope())
                .put("number", event.number())
                .put("thisUpdate", event.thisUpdate().toString())
                .put("nextUpdate", event.nextUpdate().toString())
                .put("entries", event.entries())
                .put("sha256", event.sha256().hex());
        event.coverage()
                .ifPresent(coverage -> node.put("through", coverage.through())
                        .put("listedFrom", coverage.listedFrom().toString()));
        event.difference().ifPresent(difference -> CrlJson.difference(difference, node));
    }

    private static void addresses(ObjectNode node, CertificateAddresses addresses) {
        addresses.crl().stream().map(URI::toString).forEach(node.putArray("crlAddresses")::add);
        addresses.caIssuers().stream().map(URI::toString).forEach(node.putArray("caIssuersAddresses")::add);
        addresses.ocsp().stream().map(URI::toString).forEach(node.putArray("ocspAddresses")::add);
    }

    private static void submitted(ObjectNode node, JournalEvent.RequestSubmitted event) {
        node.put("request", event.id()).put("profile", event.profile()).put("requester", event.requester());
        event.names().ifPresent(names -> names.forEach(node.putArray("names")::add));
        event.subject().ifPresent(subject -> node.put("subject", subject));
        event.validity().ifPresent(validity -> node.put("validity", validity));
        event.waitsBecause().forEach(node.putArray("waitsBecause")::add);
    }
}
