package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.List;

/** Judges finished bytes by every rule. */
public final class Linter {
    /**
     * Judges octets that are to be signed.
     *
     * @param tbsCertificate DER of the TBSCertificate
     * @param signatureAlgorithm DER of the AlgorithmIdentifier that the outer certificate will carry
     * @param signerPublicKeyInfo the key that will sign
     */
    public LintOutcome judge(
            Der tbsCertificate, Der signatureAlgorithm, Der signerPublicKeyInfo, Expectation expectation) {
        throw new UnsupportedOperationException("being built");
    }

    /** Judges any finished certificate by the rules that need no expectation. */
    public List<Finding> judge(Der certificate) {
        throw new UnsupportedOperationException("being built");
    }
}
