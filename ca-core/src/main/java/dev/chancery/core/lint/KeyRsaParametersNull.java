package dev.chancery.core.lint;

import java.util.Optional;

/** Key identifiers are hashes of these octets; the RFC leaves one form. */
final class KeyRsaParametersNull extends KeyRule {
    KeyRsaParametersNull() {
        super("key-rsa-parameters-null", Severity.ERROR, "RFC 3279 §2.3.1", "The parameters of an RSA key are NULL.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        return key.family() != KeyFamily.RSA || key.algorithm().nullParameters()
                ? fine()
                : wrong("the RSA key algorithm has no NULL parameters");
    }
}
