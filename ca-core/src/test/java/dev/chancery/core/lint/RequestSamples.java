package dev.chancery.core.lint;

import static dev.chancery.core.lint.RequestDraft.CHALLENGE_PASSWORD;
import static dev.chancery.core.lint.RequestDraft.EXTENSION_REQUEST;
import static dev.chancery.core.lint.RequestDraft.attribute;
import static dev.chancery.core.lint.RequestDraft.good;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A bad request per rule, and its twin. */
final class RequestSamples {
    /** What is wrong, and the same done right. */
    record Pair(RequestDraft bad, RequestDraft good) {}

    private static final byte[] PASSWORD = text(0x0c, "hunter2");

    private RequestSamples() {}

    static Map<String, Pair> all() {
        Map<String, Pair> samples = new LinkedHashMap<>(form());
        samples.putAll(contents());
        return samples;
    }

    private static Map<String, Pair> form() {
        return Map.ofEntries(
                bad("csr-well-formed", good().but(draft -> draft.subject = hex("300105"))),
                bad("csr-encoding", good().but(draft -> draft.version = hex("02020000"))),
                bad("csr-version", good().but(draft -> draft.version = integer(1))),
                bad("csr-attributes-present", good().but(draft -> draft.attributesPresent = false)),
                bad(
                        "csr-attributes-unique",
                        good().but(draft -> draft.attributes.put("again", draft.attributes.get(EXTENSION_REQUEST)))),
                Map.entry(
                        "csr-attribute-values",
                        new Pair(
                                good().with(CHALLENGE_PASSWORD, PASSWORD, text(0x0c, "twice")),
                                good().with(CHALLENGE_PASSWORD, PASSWORD))),
                bad("csr-signature-known", good().but(draft -> draft.algorithm = hex("300506032b657f"))),
                bad(
                        "csr-signature-parameters",
                        good().but(draft -> draft.algorithm = hex("300c06082a8648ce3d0403020500"))),
                bad("csr-signature-strong", good().but(draft -> draft.algorithm = hex("300906072a8648ce3d0401"))),
                bad("csr-signature-verifies", good().but(draft -> draft.spoilSignature = true)));
    }

    private static Map<String, Pair> contents() {
        byte[] host = sequence(text(0x82, Scenes.HOST));
        return Map.ofEntries(
                bad("csr-extensions-unique", good().askRaw("again", Draft.extension("2.5.29.17", false, host))),
                bad("csr-names-not-empty", good().ask("2.5.29.17", sequence())),
                bad("csr-subject-or-names", new RequestDraft().but(draft -> draft.subject = sequence())),
                bad("csr-names-asked", new RequestDraft()),
                bad(
                        "csr-common-name-asked",
                        good().but(draft -> draft.subject = Tlv.der(new X500Name("CN=mail.example.com")))),
                Map.entry(
                        "csr-key-usage-fits-key",
                        new Pair(
                                good().ask("2.5.29.15", Tlv.der(new KeyUsage(KeyUsage.keyEncipherment))),
                                good().ask("2.5.29.15", Tlv.der(new KeyUsage(KeyUsage.digitalSignature))))),
                Map.entry(
                        "csr-ca-asked",
                        new Pair(good().ask("2.5.29.19", hex("30030101ff")), good().ask("2.5.29.19", sequence()))),
                Map.entry(
                        "csr-any-purpose-asked",
                        new Pair(
                                good().ask("2.5.29.37", sequence(oid("2.5.29.37.0"))),
                                good().ask("2.5.29.37", sequence(oid("1.3.6.1.5.5.7.3.1"))))),
                bad("csr-challenge-password", good().with(CHALLENGE_PASSWORD, PASSWORD)),
                bad(
                        "csr-client-information",
                        good().with(
                                        "1.3.6.1.4.1.311.21.20",
                                        sequence(integer(9), text(0x0c, "PC12"), text(0x0c, "ada")))));
    }

    private static Map.Entry<String, Pair> bad(String rule, RequestDraft bad) {
        return Map.entry(rule, new Pair(bad, good()));
    }

    /** Attributes that cannot be read. */
    static RequestDraft broken() {
        return good().but(draft -> draft.attributes.put("broken", sequence(attribute("1.2.3"))));
    }
}
