package dev.chancery.core.lint;

import static dev.chancery.core.lint.Tlv.bits;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.set;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;

import dev.chancery.core.x509.Der;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x500.X500Name;

/** A request in pieces of DER, each of which a sample may exchange for a bad one; signed for real at the end. */
final class RequestDraft {
    static final String EXTENSION_REQUEST = "1.2.840.113549.1.9.14";
    static final String CHALLENGE_PASSWORD = "1.2.840.113549.1.9.7";

    byte[] version = integer(0);
    byte[] subject = Tlv.der(new X500Name("CN=" + Scenes.HOST + ",O=Example"));
    byte[] key = TestKeys.info(TestKeys.EC);
    byte[] algorithm = hex(Draft.SHA256_ECDSA);
    boolean attributesPresent = true;
    boolean spoilSignature;
    final Map<String, byte[]> attributes = new LinkedHashMap<>();
    private final Map<String, byte[]> extensions = new LinkedHashMap<>();

    /** For a server, with nothing to object to. */
    static RequestDraft good() {
        return new RequestDraft().ask("2.5.29.17", sequence(text(0x82, Scenes.HOST)));
    }

    RequestDraft but(Consumer<RequestDraft> change) {
        change.accept(this);
        return this;
    }

    RequestDraft ask(String oid, byte[] value) {
        return askRaw(oid, Draft.extension(oid, false, value));
    }

    RequestDraft askRaw(String name, byte[] extension) {
        extensions.put(name, extension);
        attributes.put(
                EXTENSION_REQUEST,
                attribute(EXTENSION_REQUEST, sequence(extensions.values().toArray(new byte[0][]))));
        return this;
    }

    RequestDraft with(String oid, byte[]... values) {
        attributes.put(oid, attribute(oid, values));
        return this;
    }

    static byte[] attribute(String oid, byte[]... values) {
        return sequence(oid(oid), set(values));
    }

    List<Finding> findings() {
        return RequestJudge.judge(request());
    }

    Der request() {
        byte[] info = sequence(
                version,
                subject,
                key,
                attributesPresent ? tlv(0xa0, attributes.values().toArray(new byte[0][])) : new byte[0]);
        byte[] signature = TestKeys.sign(spoilSignature ? hex("00") : info, TestKeys.EC, "SHA256withECDSA");
        return Der.ofOwned(sequence(info, algorithm, bits(signature)));
    }
}
