package dev.chancery.web.auth;

import dev.chancery.core.access.Account.PasswordHash;
import dev.chancery.core.x509.Der;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes and checks passwords with Argon2id, a few at a time, so that a flood of sign-ins cannot take all memory. */
public final class Passwords {
    private static final int AT_ONCE = 3;
    private static final int PATIENCE_SECONDS = 10;
    private static final int MAXIMUM_LENGTH = 1024;

    private final Argon2Cost cost;
    private final SecureRandom random;
    private final Semaphore slots = new Semaphore(AT_ONCE, true);
    private final PasswordText nobodys;

    public Passwords(Argon2Cost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
        this.nobodys = new PasswordText(cost, random(16), random(32));
    }

    private Der random(int octets) {
        byte[] bytes = new byte[octets];
        random.nextBytes(bytes);
        return Der.ofOwned(bytes);
    }

    public PasswordHash hash(String password) {
        Der salt = random(16);
        return new PasswordHash(new PasswordText(cost, salt, argon2id(password, cost, salt, 32)).phc());
    }

    /** Takes as long for nobody's password as for somebody's. */
    public boolean matches(String password, Optional<PasswordHash> stored) {
        PasswordText expected =
                stored.map(hash -> PasswordText.parse(hash.phc())).orElse(nobodys);
        Der found = argon2id(
                password, expected.cost(), expected.salt(), expected.hash().length());
        return MessageDigest.isEqual(found.unsafeOctets(), expected.hash().unsafeOctets()) && stored.isPresent();
    }

    private Der argon2id(String password, Argon2Cost terms, Der salt, int length) {
        // The same password typed on another keyboard may arrive as other code points (RFC 8265 §4.2).
        String typed = password.length() > MAXIMUM_LENGTH ? password.substring(0, MAXIMUM_LENGTH) : password;
        byte[] secret = Normalizer.normalize(typed, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(terms.memoryKib())
                .withIterations(terms.iterations())
                .withParallelism(terms.parallelism())
                .withSalt(salt.octets())
                .build());
        byte[] hash = new byte[length];
        takeSlot();
        try {
            generator.generateBytes(secret, hash);
        } finally {
            slots.release();
            Arrays.fill(secret, (byte) 0);
        }
        return Der.ofOwned(hash);
    }

    private void takeSlot() {
        try {
            if (slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(Problem.of(503, "Too many people are signing in at this moment; try again shortly.")
                .with("Retry-After", Integer.toString(PATIENCE_SECONDS)));
    }
}
