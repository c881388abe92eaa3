package dev.chancery.web.auth;

/**
 * What one guess of a password costs (RFC 9106 §4).
 *
 * @param memoryKib memory for one hash
 * @param iterations passes over it
 * @param parallelism lanes
 */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {
    public Argon2Cost {
        if (memoryKib < 8 * parallelism || memoryKib > 4 << 20 || iterations < 1 || iterations > 100) {
            throw new IllegalArgumentException("Argon2id takes 8 KiB per lane to 4 GiB and 1 to 100 passes, not "
                    + memoryKib + " KiB and " + iterations);
        }
        if (parallelism < 1 || parallelism > 16) {
            throw new IllegalArgumentException("Argon2id takes 1 to 16 lanes here, not " + parallelism);
        }
    }

    /** 19 MiB, two passes, one lane (SECURITY.md rule 20). */
    public static Argon2Cost standard() {
        return new Argon2Cost(19 * 1024, 2, 1);
    }
}
