package dev.chancery.server.bench;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.SignatureProvider;
import dev.chancery.server.command.Ending;
import dev.chancery.server.command.Surroundings;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code chancery bench crl}. */
@Command(
        name = "crl",
        mixinStandardHelpOptions = true,
        description = {
            "How long from the acknowledged revocation to the CRL that has it, fetched by its URL.",
            "Starts a server of its own on a temporary data directory."
        },
        footer = {"", "Examples:", "  ./chancery bench crl", "  ./chancery bench crl --entries 100000 --rounds 20"})
final class CrlBench implements Callable<Integer> {
    private static final long LONGEST_MICROS = 120_000_000;
    private static final long POLL_NANOS = 2_000_000;
    /** A server signs at most one CRL in a second of the clock; measured is what comes on top of that wait. */
    private static final long REST_NANOS = 1_100_000_000;

    private final Surroundings here;
    private final Workshop.Opener opener;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = {"--entries", "--revoked"},
            paramLabel = "N",
            defaultValue = "10000",
            description = "Entries of the CRL. Default: ${DEFAULT-VALUE}")
    private int revoked = 10_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Revocations that are timed. Default: ${DEFAULT-VALUE}")
    private int rounds = 10;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    CrlBench(Surroundings here, Workshop.Opener opener) {
        this.here = here;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, screen -> {
            if (revoked < 0 || rounds < 1) {
                throw CommandFailedException.wrongUsage("--entries must be 0 or more, and --rounds 1 or more");
            }
            try {
                measure(screen);
            } catch (BenchFailedException e) {
                throw CommandFailedException.refused(String.valueOf(e.getMessage()));
            }
        });
    }

    private void measure(Screen screen) {
        Stages stages = new Stages(screen, here.watched());
        try (TemporaryData temporary = TemporaryData.unless(java.util.Optional.empty());
                BenchServer server =
                        ServeBench.Prepared.server(stages, opener, temporary.path(), revoked, screen, here.watched())) {
            stages.run("Warming up", () -> revocations(server, 3));
            Duration cpuBefore = server.cpu();
            Histogram micros = stages.run("Revoking and fetching", () -> revocations(server, rounds));
            Duration cpu = server.cpu().minus(cpuBefore);
            byte[] crl = server.fetch("/crl/issuing.crl");
            double limit = hashMillis(crl)
                    + RawSpeed.signature(
                                            KeyAlgorithm.EC_P256,
                                            SignatureProvider.fastest().preferred(),
                                            Duration.ofSeconds(1))
                                    .toNanos()
                            / 1e6
                    + 1000 / RawSpeed.flushes(server.data(), crl.length / 2048 + 1, Duration.ofSeconds(1));
            report(micros, cpu, crl.length, limit, server.metrics().heapMebibytes())
                    .print(screen, json);
        }
    }

    private BenchReport report(Histogram micros, Duration cpu, int octets, double limit, double heap) {
        BenchReport report = new BenchReport(String.format(
                Locale.ROOT,
                "%d revocations, one after the other, a CRL of %,d octets with more than %,d entries",
                rounds,
                octets,
                revoked));
        double middle = micros.getValueAtPercentile(50) / 1000.0;
        report.figure(
                "p50",
                "From acknowledgement to CRL, p50",
                middle,
                "ms",
                limit,
                "ms, hash + sign + flush",
                limit / middle);
        report.figure("longest", "The longest", micros.getMaxValue() / 1000.0, "ms");
        report.figure("cpu", "Server's CPU per revocation and CRL", cpu.toNanos() / 1e6 / rounds, "ms");
        report.figure("heap", "Server's heap in use", heap, "MiB");
        return report;
    }

    /** Each of a certificate of its own. */
    private static Histogram revocations(BenchServer server, int rounds) {
        Histogram micros = new Histogram(LONGEST_MICROS, 3);
        String request =
                Requests.certificateRequests(KeyAlgorithm.EC_P256, 1, 1).get(0);
        byte[] issue = Requests.issue(server.https(), server.token(), "tls-server", java.util.List.of(request))
                .get(0);
        byte[] fetch = Requests.get(server.http(), "/crl/issuing.crl");
        try (Wire api = Wire.open(server.https(), server.tls());
                Wire plain = Wire.open(server.http(), server.tls())) {
            for (int i = 0; i < rounds; i++) {
                LockSupport.parkNanos(REST_NANOS);
                expect(api.exchange(issue), 201);
                String serial = JsonMapper.shared()
                        .readTree(new String(api.body(), StandardCharsets.UTF_8))
                        .path("serial")
                        .asString();
                plain.exchange(fetch);
                byte[] before = plain.body();
                expect(api.exchange(Requests.revoke(server.https(), server.token(), serial)), 200);
                long acknowledged = System.nanoTime();
                do {
                    LockSupport.parkNanos(POLL_NANOS);
                    expect(plain.exchange(fetch), 200);
                } while (Arrays.equals(before, plain.body()));
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - acknowledged) / 1000));
            }
        } catch (IOException e) {
            throw new BenchFailedException("The server broke off while it was measured: " + e.getMessage(), e);
        }
        return micros;
    }

    private static void expect(int status, int expected) throws IOException {
        if (status != expected) {
            throw new IOException("it answered " + status);
        }
    }

    private static double hashMillis(byte[] octets) {
        try {
            long began = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                MessageDigest.getInstance("SHA-256").digest(octets);
            }
            return (System.nanoTime() - began) / 1e7;
        } catch (NoSuchAlgorithmException e) {
            throw new BenchFailedException("This Java runtime has no SHA-256", e);
        }
    }
}
