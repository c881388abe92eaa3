package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** Collisions of these hashes are made to order, and with one of them a forged CA was signed. */
final class SignatureHashStrong extends CertificateRule {
    private static final int HASH = 0xa0;
    private static final String SHA1 = "1.3.14.3.2.26";

    SignatureHashStrong() {
        super(
                "signature-hash-strong",
                Severity.ERROR,
                "RFC 9155 §2, RFC 6151 §2",
                "signature",
                "The signature does not rest on MD2, MD5 or SHA-1.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        AlgorithmIdentifier algorithm = certificate.signature();
        boolean broken = SignatureScheme.of(algorithm.oid())
                .map(scheme -> scheme.brokenHash() || scheme == SignatureScheme.RSA_PSS && sha1ByDefault(algorithm))
                .orElse(false);
        return broken ? wrong("signature algorithm " + algorithm.oid() + " uses a broken hash; use SHA-256") : fine();
    }

    /** RSASSA-PSS-params says its hash in [0], and means SHA-1 when it says nothing (RFC 4055 §3.1). */
    private static boolean sha1ByDefault(AlgorithmIdentifier algorithm) {
        return algorithm.parameters().isEmpty()
                || Asn1.sequence(algorithm.parameters().get(), "RSASSA-PSS-params").stream()
                        .filter(part -> part.tag() == HASH)
                        .map(DerCursor::wrapped)
                        .noneMatch(hash -> !AlgorithmIdentifier.read(hash).oid().equals(SHA1));
    }
}
