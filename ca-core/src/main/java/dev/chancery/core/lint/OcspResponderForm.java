package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** Clients look for the certificate of the signer by it. */
final class OcspResponderForm extends BasicOcspRule {
    private static final int SHA1_OCTETS = 20;

    OcspResponderForm() {
        super(
                "ocsp-responder-form",
                Severity.ERROR,
                "RFC 6960 §4.2.1, §4.2.2.3",
                "responderID",
                "The responder is named by a subject that is not empty or by the SHA-1 of its key, 20 octets.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        DerCursor id = basic.responderId();
        if (id.tag() == BasicOcsp.BY_NAME) {
            return EncodedName.read(id.wrapped()).isEmpty() ? wrong("the name of the responder is empty") : fine();
        }
        if (id.tag() != BasicOcsp.BY_KEY) {
            return wrong(String.format("responderID has the tag 0x%02x", id.tag()));
        }
        int octets = Asn1.expect(id.wrapped(), Asn1.OCTET_STRING, "KeyHash").contentLength();
        return octets == SHA1_OCTETS ? fine() : wrong("the hash of the responder's key has " + octets + " octets");
    }
}
