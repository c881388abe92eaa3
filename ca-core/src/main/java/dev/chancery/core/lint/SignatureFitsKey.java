package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** An ECDSA identifier over an RSA signature verifies nowhere. */
final class SignatureFitsKey extends IssuerRule {
    SignatureFitsKey() {
        super(
                "signature-fits-key",
                Severity.ERROR,
                "RFC 5280 §4.1.1.3",
                "signature",
                "The signature algorithm is one that the signing key can make.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Signer signer) {
        KeyFamily family =
                PublicKeyInfo.read(DerCursor.of(signer.publicKeyInfo())).family();
        String oid = certificate.signature().oid();
        return SignatureScheme.of(oid).map(scheme -> scheme.fits(family)).orElse(false)
                ? fine()
                : wrong("signature algorithm " + oid + " cannot be made with a key of the kind " + family);
    }
}
