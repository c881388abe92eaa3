package dev.chancery.db;

import dev.chancery.core.journal.CertificateAddresses;
import dev.chancery.core.journal.CrlCoverage;
import dev.chancery.core.journal.JournalEvent;
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
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;

/** Fields of JSON as an event, strictly; the inverse of {@link EventWriter}. */
final class EventReader {
    private final AccountFields accounts;

    EventReader(Seal seal) {
        this.accounts = new AccountFields(seal);
    }

    List<String> accountsWithoutSecrets() {
        return accounts.withoutSecrets();
    }

    /** @throws IllegalArgumentException when the fields are not those of an event of that type */
    JournalEvent read(String type, Fields fields) {
        return switch (type) {
            case "certificate-issued" -> issued(fields);
            case "certificate-revoked" -> revoked(fields);
            case "hold-released" -> new HoldReleased(fields.text("issuer"), serial(fields), fields.time("releasedAt"));
            case "crl-signed" -> crl(fields);
            case "crl-files-removed" ->
                new CrlFilesRemoved(
                        fields.text("issuer"),
                        fields.text("scope"),
                        fields.texts("numbers").stream().map(BigInteger::new).toList(),
                        fields.text("why"));
            case "crl-numbers-raised" ->
                new CrlNumbersRaised(
                        fields.text("issuer"),
                        fields.text("scope"),
                        new BigInteger(fields.text("number")),
                        fields.text("why"));
            case "request-submitted" -> submitted(fields);
            case "request-agreed" ->
                new RequestAgreed(fields.number("id"), Der.fromHex(fields.text("to")), fields.text("comment"));
            case "request-approved" -> new RequestApproved(fields.number("id"), fields.text("comment"));
            case "request-denied" -> new RequestDenied(fields.number("id"), fields.text("comment"));
            case "account-saved" -> accounts.read(fields);
            case "group-saved" -> {
                String what = fields.text("what");
                yield new GroupSaved(GrantFields.group(fields.object("group")), what);
            }
            case "group-removed" -> new GroupRemoved(fields.text("name"), fields.text("what"));
            case "profile-saved" ->
                new ProfileSaved(
                        fields.text("name"),
                        Math.toIntExact(fields.number("version")),
                        Der.fromHex(fields.text("sha256")),
                        fields.text("text"),
                        fields.text("why"));
            case "profile-removed" ->
                new ProfileRemoved(fields.text("name"), Math.toIntExact(fields.number("version")), fields.text("why"));
            case "authority-added" -> authority(fields);
            case "authority-addresses-changed" ->
                new AuthorityAddressesChanged(
                        fields.text("name"), addresses(fields.object("before")), addresses(fields.object("after")));
            case "authority-key-moved" ->
                new AuthorityKeyMoved(fields.text("name"), fields.flag("away"), fields.text("why"));
            case "authority-partitioned" ->
                new AuthorityPartitioned(
                        fields.text("name"),
                        Math.toIntExact(fields.number("before")),
                        Math.toIntExact(fields.number("after")));
            case "decision" -> new Decision(fields.text("action"), fields.text("object"), fields.text("detail"));
            default ->
                throw new IllegalArgumentException("unknown type \"" + type
                        + "\"; a newer Chancery may have written it, and this one must not go on without it");
        };
    }

    private static CertificateIssued issued(Fields fields) {
        return new CertificateIssued(
                fields.text("issuer"),
                fields.base64("certificate"),
                fields.text("profile"),
                fields.text("requester"),
                fields.optionalText("idempotencyKey"),
                fields.optionalNumber("request"),
                optionalInt(fields, "partition"),
                optionalInt(fields, "profileVersion"));
    }

    private static OptionalInt optionalInt(Fields fields, String name) {
        return fields.optionalNumber(name).stream().mapToInt(Math::toIntExact).findFirst();
    }

    private static CertificateRevoked revoked(Fields fields) {
        String reason = fields.text("reason");
        return new CertificateRevoked(
                fields.text("issuer"),
                serial(fields),
                RevocationReason.named(reason)
                        .orElseThrow(() -> new IllegalArgumentException("unknown reason \"" + reason + "\"")),
                fields.time("revokedAt"),
                fields.optionalTime("invalidityDate"));
    }

    private static CrlSigned crl(Fields fields) {
        return new CrlSigned(
                fields.text("issuer"),
                fields.text("scope"),
                new BigInteger(fields.text("number")),
                fields.time("thisUpdate"),
                fields.time("nextUpdate"),
                Math.toIntExact(fields.number("entries")),
                Der.fromHex(fields.text("sha256")),
                fields.optionalNumber("through").map(through -> new CrlCoverage(through, fields.time("listedFrom"))),
                fields.optionalObject("difference").map(Differences::read));
    }

    private static RequestSubmitted submitted(Fields fields) {
        return new RequestSubmitted(
                fields.number("id"),
                fields.text("profile"),
                fields.text("requester"),
                fields.base64("csr"),
                fields.optionalTexts("names"),
                fields.optionalText("subject"),
                fields.optionalText("validity"),
                fields.optionalText("idempotencyKey"),
                fields.texts("waitsBecause"));
    }

    private static AuthorityAdded authority(Fields fields) {
        return new AuthorityAdded(
                fields.text("name"),
                fields.base64("certificate"),
                fields.texts("chain").stream().map(Der::fromBase64).toList(),
                fields.text("keyFile"),
                Math.toIntExact(fields.number("keyIndex")),
                URI.create(fields.text("addressesBase")));
    }

    private static CertificateAddresses addresses(Fields fields) {
        CertificateAddresses addresses = new CertificateAddresses(
                uris(fields.texts("crl")), uris(fields.texts("caIssuers")), uris(fields.texts("ocsp")));
        fields.finish();
        return addresses;
    }

    private static List<URI> uris(List<String> texts) {
        return texts.stream().map(URI::create).toList();
    }

    private static SerialNumber serial(Fields fields) {
        return SerialNumber.parse(fields.text("serial"));
    }
}
