package dev.chancery.core.revocation;

/** Told after a revocation or release is durable. */
public interface RevocationListener {
    void statusChanged(String issuer);
}
