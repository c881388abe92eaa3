package dev.chancery.core.lint;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Whoever asks must possess the private key. */
final class RequestSignatureVerifies extends RequestRule {
    private static final int MOST_BITS = 16_384;

    RequestSignatureVerifies() {
        super(
                "csr-signature-verifies",
                Severity.ERROR,
                "RFC 2986 §4.2",
                "signature",
                "The signature verifies with the public key of the request.");
    }

    @Override
    Optional<String> judge(JudgedRequest request) {
        if (SignatureScheme.of(request.signature().oid()).isEmpty()
                || request.key().family() == KeyFamily.UNKNOWN) {
            return fine();
        }
        if (request.key().family().rsa() && request.key().rsa().bits() > MOST_BITS) {
            return wrong("the signature is not checked: a key of "
                    + request.key().rsa().bits() + " bits takes too long");
        }
        return SignatureCheck.verifies(
                        request.signature(),
                        ByteBuffer.wrap(request.signed().encoded().octets()),
                        request.signatureValue(),
                        request.key())
                ? fine()
                : wrong("the signature does not verify with the key of the request");
    }
}
