package dev.chancery.core.lint;

import java.util.Optional;

/** The RFCs leave one form, and strict parsers refuse the other. */
final class KeyParametersAbsent extends KeyRule {
    KeyParametersAbsent() {
        super(
                "key-parameters-absent",
                Severity.ERROR,
                "RFC 8410 §3, RFC 9881 §4",
                "EdDSA and ML-DSA keys carry no parameters.");
    }

    @Override
    Optional<String> judge(PublicKeyInfo key) {
        return !key.family().parametersAbsent() || key.algorithm().parameters().isEmpty()
                ? fine()
                : wrong("the " + key.family() + " key carries parameters");
    }
}
