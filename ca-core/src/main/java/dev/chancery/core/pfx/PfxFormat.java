package dev.chancery.core.pfx;

/** How a PFX is encrypted. */
public enum PfxFormat {
    /** PBES2 with AES-256 and PBKDF2-HMAC-SHA-256, and HMAC-SHA-256 over it. */
    MODERN,
    /**
     * Triple-DES and HMAC-SHA-1 (RFC 7292 appendix C), which Windows Server 2016 and its predecessors read and nothing
     * else; only for those who asked for it and were warned.
     */
    OLD
}
