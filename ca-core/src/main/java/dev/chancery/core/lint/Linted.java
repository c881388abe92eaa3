package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Proof that these TBSCertificate octets passed every rule for this issuer; good for one signature. Only {@link Linter}
 * can make one, and the signer accepts nothing else (DESIGN.md, step 3).
 */
public final class Linted {
    private final Der tbsCertificate;
    private final Der issuerPublicKeyInfo;
    private final List<Finding> remarks;
    private final AtomicBoolean spent = new AtomicBoolean();

    Linted(Der tbsCertificate, Der issuerPublicKeyInfo, List<Finding> remarks) {
        this.tbsCertificate = tbsCertificate;
        this.issuerPublicKeyInfo = issuerPublicKeyInfo;
        this.remarks = List.copyOf(remarks);
    }

    /**
     * Hands over the octets to sign, once, and only to the issuer they were judged for.
     *
     * @param signerPublicKeyInfo the SubjectPublicKeyInfo of the key that will sign
     */
    public Der spend(Der signerPublicKeyInfo) {
        if (!issuerPublicKeyInfo.equals(signerPublicKeyInfo)) {
            throw new IllegalStateException("these octets were judged for another issuer's key");
        }
        if (!spent.compareAndSet(false, true)) {
            throw new IllegalStateException("a lint token is good for one signature");
        }
        return tbsCertificate;
    }

    /** Warnings and notices. */
    public List<Finding> remarks() {
        return remarks;
    }
}
