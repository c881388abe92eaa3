package dev.chancery.core.keys;

import dev.chancery.core.keys.SignatureMeasurement.Candidate;
import dev.chancery.core.x509.Der;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures one key with each provider. Whatever a provider does wrong, it only loses. */
final class SignatureContest {
    private final Der publicKeyInfo;
    private final SignatureAlgorithm algorithm;
    private final Stopwatch stopwatch;
    private final List<Candidate> candidates = new ArrayList<>();
    private @Nullable KeyBinding best;
    private Duration bestTime = Duration.ofDays(1);
    private String key = "";

    SignatureContest(Der publicKeyInfo, SignatureAlgorithm algorithm, Stopwatch stopwatch) {
        this.publicKeyInfo = publicKeyInfo;
        this.algorithm = algorithm;
        this.stopwatch = stopwatch;
    }

    void run(byte[] pkcs8, List<Provider> providers) {
        for (Provider provider : providers) {
            try {
                measure(pkcs8, provider, providers);
            } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
                String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                candidates.add(Candidate.failed(provider.getName(), provider.getVersionStr(), why));
            }
        }
    }

    private void measure(byte[] pkcs8, Provider provider, List<Provider> providers) throws GeneralSecurityException {
        KeyBinding bound = new KeyBinding(pkcs8, publicKeyInfo, algorithm, provider);
        byte[] signature = bound.sign(BoundKey.TRIAL);
        if (signature.length == 0) {
            throw new GeneralSecurityException("its signature does not hold");
        }
        Judges.of(provider, providers, publicKeyInfo, algorithm).accept(provider.getName(), BoundKey.TRIAL, signature);
        Duration sign = stopwatch.time(() -> bound.signUnchecked(BoundKey.TRIAL));
        Duration verify = stopwatch.time(() -> bound.holds(BoundKey.TRIAL, signature));
        candidates.add(Candidate.of(provider.getName(), provider.getVersionStr(), sign, verify));
        key = nameOf(bound);
        if (sign.compareTo(bestTime) < 0) {
            bestTime = sign;
            best = bound;
        }
    }

    private static String nameOf(KeyBinding bound) {
        if (bound.publicKey() instanceof RSAPublicKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        return bound.publicKey() instanceof ECPublicKey ec
                ? "EC " + ec.getParams().getOrder().bitLength()
                : bound.publicKey().getAlgorithm();
    }

    /** Empty when none can be used. */
    Optional<KeyBinding> fastest() {
        return Optional.ofNullable(best);
    }

    SignatureMeasurement result(String chosen) {
        return new SignatureMeasurement(algorithm, key, candidates, chosen);
    }
}
