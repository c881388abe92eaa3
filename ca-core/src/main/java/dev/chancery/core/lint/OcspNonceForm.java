package dev.chancery.core.lint;

import java.util.Optional;

/** A client compares it with the one that it sent. */
final class OcspNonceForm extends BasicOcspRule {
    private static final int LONGEST = 128;

    OcspNonceForm() {
        super(
                "ocsp-nonce-form",
                Severity.ERROR,
                "RFC 9654 §2.1",
                "responseExtensions",
                "A nonce is an OCTET STRING of 1 to 128 octets.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        Optional<JudgedExtension> nonce = basic.extension(ObjectIdentifiers.OCSP_NONCE);
        if (nonce.isEmpty()) {
            return fine();
        }
        int octets =
                Asn1.expect(nonce.get().value(), Asn1.OCTET_STRING, "Nonce").contentLength();
        return octets >= 1 && octets <= LONGEST ? fine() : wrong("the nonce has " + octets + " octets");
    }
}
