package dev.chancery.server.bench;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.server.command.Ending;
import dev.chancery.server.command.Surroundings;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chancery bench serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "CRLs per second over plain HTTP, as validating servers fetch them.",
            "Starts a server of its own on a temporary data directory; --data measures one that runs."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery bench serve",
            "  ./chancery bench serve --revoked 20000 --connections 64",
            "  ./chancery bench serve --data /srv/ca --json"
        })
final class ServeBench implements Callable<Integer> {
    private static final double MEBIBYTE = 1024.0 * 1024.0;

    private final Surroundings here;
    private final Workshop.Opener opener;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Option(names = "--data", paramLabel = "DIR", description = "Measure the server that runs on this data directory.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--revoked",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Entries of the CRL. Default: ${DEFAULT-VALUE}")
    private int revoked = 1000;

    ServeBench(Surroundings here, Workshop.Opener opener) {
        this.here = here;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, screen -> {
            if (revoked < 0) {
                throw CommandFailedException.wrongUsage("--revoked must be 0 or more, not " + revoked);
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
                BenchServer server = data.map(BenchServer::running)
                        .orElseGet(() ->
                                Prepared.server(stages, opener, temporary.path(), revoked, screen, here.watched()))) {
            measure(screen, stages, server);
        }
    }

    private void measure(Screen screen, Stages stages, BenchServer server) {
        Duration time = Duration.ofSeconds(options.seconds());
        byte[] fetch = Requests.get(server.http(), "/crl/issuing.crl");
        byte[] nothing = Requests.get(server.http(), "/health/live");
        int octets = server.fetch("/crl/issuing.crl").length;
        Load crl = new Load(server.http(), server.tls(), options.connections(), List.of(fetch), 200);
        Load empty = new Load(server.http(), server.tls(), options.connections(), List.of(nothing), 200);
        stages.run("Warming up", () -> WarmUp.run(crl, server, options.warmUp()));
        Load.Result loopback = stages.run("Loopback HTTP alone", () -> empty.closed(time));
        Duration cpuBefore = server.cpu();
        Load.Result fetched = stages.run("Fetching the CRL", () -> crl.closed(time));
        double cpuMicros = server.cpu().minus(cpuBefore).toNanos() / 1e3 / fetched.good();

        BenchReport report = new BenchReport(String.format(
                Locale.ROOT,
                "%d connections, %d s, plain HTTP, a CRL of %,d octets",
                options.connections(),
                options.seconds(),
                octets));
        report.figure(
                "crls",
                "CRLs",
                fetched.perSecond(),
                "/s",
                loopback.perSecond(),
                "loopback HTTP /s",
                fetched.perSecond() / loopback.perSecond());
        report.figure("octets", "Octets", fetched.perSecond() * octets / MEBIBYTE, "MiB/s");
        report.figure("cpu", "Server's CPU per CRL", cpuMicros, "µs");
        report.figure("p50", "Latency p50", fetched.millis(50), "ms");
        report.figure("p99", "Latency p99", fetched.millis(99), "ms");
        report.figure("heap", "Server's heap in use", server.metrics().heapMebibytes(), "MiB");
        report.print(screen, options.json());
    }

    /** A server whose CRL has entries. */
    static final class Prepared {
        private Prepared() {}

        static BenchServer server(
                Stages stages, Workshop.Opener opener, Path data, int revoked, Screen screen, boolean watched) {
            stages.run("Revoking " + revoked + " certificates", () -> {
                try (Workshop workshop = opener.open(data, KeyAlgorithm.EC_P256.label())) {
                    Filling filling = new Filling(workshop, 32, screen, watched);
                    filling.issue(Filling.requests(KeyAlgorithm.EC_P256), revoked, revoked);
                    filling.revoke();
                    return revoked;
                }
            });
            return stages.run("Starting a server", () -> BenchServer.start(data, List.of()));
        }
    }
}
