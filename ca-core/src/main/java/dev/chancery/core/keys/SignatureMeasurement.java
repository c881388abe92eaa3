package dev.chancery.core.keys;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How fast each provider signs and verifies with one kind of key, and which one was chosen for it.
 *
 * @param algorithm of the signatures
 * @param key kind and size, {@code RSA 3072}
 * @param candidates in the order in which they were measured
 * @param chosen the name of the provider that signs from now on
 */
public record SignatureMeasurement(
        SignatureAlgorithm algorithm, String key, List<Candidate> candidates, String chosen) {
    public SignatureMeasurement {
        candidates = List.copyOf(candidates);
    }

    /**
     * One provider.
     *
     * @param sign for one signature; empty when it cannot be used
     * @param verify for one verification; empty when it cannot be used
     * @param trouble why it cannot be used
     */
    public record Candidate(
            String provider,
            String version,
            Optional<Duration> sign,
            Optional<Duration> verify,
            Optional<String> trouble) {
        static Candidate of(String provider, String version, Duration sign, Duration verify) {
            return new Candidate(provider, version, Optional.of(sign), Optional.of(verify), Optional.empty());
        }

        static Candidate failed(String provider, String version, String why) {
            return new Candidate(provider, version, Optional.empty(), Optional.empty(), Optional.of(why));
        }

        /** In words, with the time of a signature. */
        public String describe() {
            return sign.map(time -> provider + " " + micros(time) + " µs")
                    .orElseGet(() -> provider + " not usable (" + trouble.orElse("") + ")");
        }
    }

    /** For the log: who signs, and what each one takes for a signature. */
    public String describe() {
        return algorithm.jcaName() + " with " + key + " by " + chosen + ": "
                + candidates.stream().map(Candidate::describe).collect(Collectors.joining(", "));
    }

    static String micros(Duration time) {
        double micros = time.toNanos() / 1000.0;
        return String.format(Locale.ROOT, micros < 100 ? "%.1f" : "%.0f", micros);
    }
}
