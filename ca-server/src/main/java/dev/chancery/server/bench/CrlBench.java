package dev.chancery.server.bench;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.SignatureProvider;
import dev.chancery.server.command.Ending;
import dev.chancery.server.command.Surroundings;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
            "How long from the acknowledged revocation to the CRL that has it, served at its URL, and how long a start takes.",
            "Starts a server of its own on a temporary data directory."
        },
        footer = {"", "Examples:", "  ./chancery bench crl", "  ./chancery bench crl --entries 100000 --rounds 20"})
final class CrlBench implements Callable<Integer> {
    private static final long LONGEST_MICROS = 120_000_000;
    private static final long POLL_NANOS = 2_000_000;
    private static final int WARM_UP = 3;
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

    @Option(
            names = "--heap",
            paramLabel = "MB",
            description = "The most that the server's heap may have. Default: as for this command.")
    private Optional<Integer> heap = Optional.empty();

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    CrlBench(Surroundings here, Workshop.Opener opener) {
        this.here = here;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, screen -> {
            if (revoked < 0 || rounds < 1 || heap.filter(most -> most < 32).isPresent()) {
                throw CommandFailedException.wrongUsage(
                        "--entries must be 0 or more, --rounds 1 or more, and --heap 32 or more");
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
        try (TemporaryData temporary = TemporaryData.unless(Optional.empty())) {
            Path data = temporary.path();
            ServeBench.Prepared.fill(stages, opener, data, revoked, screen, here.watched());
            Starts starts = new Starts(
                    stages, data, heap.map(most -> List.of("-Xmx" + most + "m")).orElse(List.of()));
            BenchReport report;
            try (BenchServer server = starts.next("Starting a server, from the ledger")) {
                report = measure(stages, server);
            }
            // The second one finds the CRL that the first one published.
            starts.next("Starting it again").close();
            report.figure("first-start", "Start that makes the CRL from the ledger", starts.seconds(0), "s");
            report.figure("start", "Start that finds a CRL", starts.seconds(1), "s");
            report.print(screen, json);
        }
    }

    /** Servers on one data directory, one after the other. */
    private static final class Starts {
        private final Stages stages;
        private final Path data;
        private final List<String> flags;
        private final List<Duration> took = new ArrayList<>();

        Starts(Stages stages, Path data, List<String> flags) {
            this.stages = stages;
            this.data = data;
            this.flags = flags;
        }

        BenchServer next(String what) {
            long began = System.nanoTime();
            BenchServer server = stages.run(what, () -> BenchServer.start(data, List.of(), flags));
            took.add(Duration.ofNanos(System.nanoTime() - began));
            return server;
        }

        double seconds(int index) {
            return took.get(index).toMillis() / 1000.0;
        }
    }

    private BenchReport measure(Stages stages, BenchServer server) {
        stages.run("Warming up", () -> revocations(server, WARM_UP));
        Duration cpuBefore = server.cpu();
        Histogram micros = stages.run("Revoking and fetching", () -> revocations(server, rounds));
        Duration cpu = server.cpu().minus(cpuBefore);
        byte[] crl = server.fetch(ServeBench.PATH);
        double limit = hashMillis(crl)
                + RawSpeed.signature(
                                        KeyAlgorithm.EC_P256,
                                        SignatureProvider.fastest().preferred(),
                                        Duration.ofSeconds(1))
                                .toNanos()
                        / 1e6
                + 1000 / RawSpeed.flushes(server.data(), crl.length / 2048 + 1, Duration.ofSeconds(1));
        return report(micros, cpu, crl.length, limit, server.metrics().heapMebibytes());
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
                "From acknowledgement to CRL served, p50",
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
        byte[] issue = Requests.issue(server.https(), server.token(), "tls-server", List.of(request))
                .get(0);
        byte[] look = Requests.head(server.http(), ServeBench.PATH);
        try (Wire api = Wire.open(server.https(), server.tls());
                Wire plain = Wire.open(server.http(), server.tls())) {
            for (int i = 0; i < rounds; i++) {
                LockSupport.parkNanos(REST_NANOS);
                expect(api.exchange(issue), 201);
                String serial = JsonMapper.shared()
                        .readTree(new String(api.body(), StandardCharsets.UTF_8))
                        .path("serial")
                        .asString();
                String before = tag(plain, look);
                expect(api.exchange(Requests.revoke(server.https(), server.token(), serial)), 200);
                long acknowledged = System.nanoTime();
                do {
                    LockSupport.parkNanos(POLL_NANOS);
                } while (before.equals(tag(plain, look)));
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - acknowledged) / 1000));
            }
        } catch (IOException e) {
            throw new BenchFailedException("The server broke off while it was measured: " + e.getMessage(), e);
        }
        return micros;
    }

    /** Of the CRL that is served; its octets would take longer than what is measured. */
    private static String tag(Wire plain, byte[] look) throws IOException {
        expect(plain.exchangeHead(look), 200);
        return plain.field("ETag").orElseThrow(() -> new IOException("it gave the CRL no ETag"));
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
