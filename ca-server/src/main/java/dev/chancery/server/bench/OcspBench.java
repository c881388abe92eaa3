package dev.chancery.server.bench;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.SignatureProvider;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.server.command.Ending;
import dev.chancery.server.command.Surroundings;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chancery bench ocsp}. */
@Command(
        name = "ocsp",
        mixinStandardHelpOptions = true,
        description = {
            "OCSP answers per second over plain HTTP: from memory, signed for one client, and about what was never issued.",
            "Starts a server of its own on a temporary data directory; --data measures one that runs."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery bench ocsp",
            "  ./chancery bench ocsp --certificates 20000 --connections 64",
            "  ./chancery bench ocsp --data /srv/ca --json"
        })
final class OcspBench implements Callable<Integer> {
    private static final int NEVER_ISSUED = 20_000;
    private static final int TENTH = 10;

    private final Surroundings here;
    private final Workshop.Opener opener;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Measure the server that runs on this data directory, with certificates that it has.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--certificates",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Certificates that are asked about, a tenth of them revoked. Default: ${DEFAULT-VALUE}")
    private int certificates = 1000;

    OcspBench(Surroundings here, Workshop.Opener opener) {
        this.here = here;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, screen -> {
            if (certificates < 1) {
                throw CommandFailedException.wrongUsage("--certificates must be 1 or more, not " + certificates);
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
        try (TemporaryData temporary = TemporaryData.unless(data);
                BenchServer server =
                        data.map(BenchServer::running).orElseGet(() -> filled(stages, temporary.path(), screen))) {
            measure(screen, stages, server);
        }
    }

    private BenchServer filled(Stages stages, Path directory, Screen screen) {
        stages.run("Issuing " + certificates + " certificates", () -> {
            try (Workshop workshop = opener.open(directory, KeyAlgorithm.EC_P256.label())) {
                Filling filling = new Filling(workshop, 32, screen, here.watched());
                filling.issue(Filling.requests(KeyAlgorithm.EC_P256), certificates, certificates / TENTH);
                filling.revoke();
                return certificates;
            }
        });
        return stages.run("Starting a server", () -> BenchServer.start(directory, List.of()));
    }

    /** One kind of question, answered as fast as it goes. */
    private record Measured(Load.Result result, double cpuMicros) {}

    private void measure(Screen screen, Stages stages, BenchServer server) {
        List<SerialNumber> serials = server.serials("issuing", certificates);
        if (serials.isEmpty()) {
            throw CommandFailedException.refused(
                    "The CA issuing has no certificate of the profile tls-server that could" + " be asked about.");
        }
        OcspQuestions questions = new OcspQuestions(server.http(), server.fetch("/ca/issuing.crt"));
        Load kept = load(server, questions.posts(serials));
        Load fetched = load(server, questions.gets(serials));
        Load signed = load(server, questions.withNonce(serials));
        Load unknown = load(server, questions.neverIssued(NEVER_ISSUED));
        Load nothing = load(server, List.of(Requests.get(server.http(), "/health/live")));
        for (Load load : List.of(kept, fetched, signed, unknown)) {
            check(stages.run("Warming up", () -> WarmUp.run(load, server, options.warmUp())));
        }
        Measured loopback = closed(stages, "Loopback HTTP alone", server, nothing);
        Duration signature = stages.run(
                "Signing alone",
                () -> RawSpeed.signature(
                        KeyAlgorithm.EC_P256, SignatureProvider.fastest().preferred(), Duration.ofSeconds(1)));
        Measured fromMemory = closed(stages, "Answers from memory", server, kept);
        Measured byGet = closed(stages, "Answers from memory, by GET", server, fetched);
        Measured fresh = closed(stages, "Answers with a nonce", server, signed);
        Measured never = closed(stages, "Answers about what was never issued", server, unknown);

        BenchReport report = new BenchReport(options.connections() + " connections, " + options.seconds()
                + " s, plain HTTP, " + serials.size() + " certificates, answers signed with P-256");
        double signMicros = signature.toNanos() / 1e3;
        figures(report, "kept", "From memory, POST", fromMemory, loopback, loopback.cpuMicros(), "µs, empty HTTP");
        figures(report, "get", "From memory, GET", byGet, loopback, loopback.cpuMicros(), "µs, empty HTTP");
        figures(report, "signed", "Signed, with a nonce", fresh, loopback, signMicros, "µs, raw signature");
        figures(report, "unknown", "Never issued", never, loopback, signMicros, "µs, raw signature");
        report.figure("heap", "Server's heap in use", server.metrics().heapMebibytes(), "MiB");
        report.print(screen, options.json());
    }

    private static void figures(
            BenchReport report,
            String name,
            String what,
            Measured measured,
            Measured loopback,
            double cpuLimit,
            String cpuLimitIs) {
        double perSecond = measured.result().perSecond();
        double most = loopback.result().perSecond();
        report.figure(name, what, perSecond, "/s", most, "loopback HTTP /s", perSecond / most);
        report.figure(
                name + "-cpu",
                "  server's CPU of one",
                measured.cpuMicros(),
                "µs",
                cpuLimit,
                cpuLimitIs,
                cpuLimit / measured.cpuMicros());
        report.figure(name + "-p50", "  latency p50", measured.result().millis(50), "ms");
        report.figure(name + "-p99", "  latency p99", measured.result().millis(99), "ms");
    }

    private Measured closed(Stages stages, String stage, BenchServer server, Load load) {
        Duration before = server.cpu();
        Load.Result result = stages.run(stage, () -> load.closed(Duration.ofSeconds(options.seconds())));
        check(result);
        return new Measured(result, server.cpu().minus(before).toNanos() / 1e3 / result.good());
    }

    private Load load(BenchServer server, List<byte[]> requests) {
        return new Load(server.http(), server.tls(), options.connections(), requests, 200);
    }

    private static void check(Load.Result result) {
        if (result.failed() > 0 || result.good() == 0) {
            throw CommandFailedException.refused("The server answered " + result.failed() + " of "
                    + (result.failed() + result.good()) + " questions with another HTTP status, the last with "
                    + result.lastFailure() + ".");
        }
    }
}
