package dev.chancery.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings with a component of every kind, as a module of ours would own them. */
record LabSettings(
        Server server,
        Crl crl,
        Optional<Mail> mail,
        List<String> names,
        Set<Purpose> purposes,
        Map<String, Limit> limits) {

    public static LabSettings defaults() {
        return new LabSettings(
                new Server("localhost", 8080, true, Optional.empty(), Path.of("data"), Algorithm.of("rsa-2048")),
                new Crl(Duration.ofDays(7), Duration.ofDays(1), Period.ofYears(1), Duration.ofHours(12)),
                Optional.empty(),
                List.of("pki", "crl"),
                Set.of(),
                Map.of());
    }

    record Server(
            String bindAddress,
            int httpPort,
            boolean verbose,
            Optional<URI> publicUrl,
            Path dataDirectory,
            Algorithm signatureAlgorithm) {}

    record Crl(Duration lifetime, Duration interval, Period validity, TemporalAmount grace) {
        Crl {
            if (interval.compareTo(lifetime) >= 0) {
                throw new IllegalArgumentException("the interval must be shorter than the lifetime, " + lifetime);
            }
        }
    }

    /** No defaults: whoever wants mail says where to. */
    record Mail(String host, long bytes, Optional<String> sender, List<String> to) {}

    record Limit(int count, Set<String> tags) {}

    enum Purpose {
        SERVER_AUTH,
        CLIENT_AUTH,
        OCSP_SIGNING
    }

    /** A value type of another module: it knows nothing of YAML. */
    record Algorithm(String name) {
        public static Algorithm of(String name) {
            if (!Set.of("rsa-2048", "ec-p256").contains(name)) {
                throw new IllegalArgumentException("there is no algorithm `" + name + "`; choose rsa-2048 or ec-p256");
            }
            return new Algorithm(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
