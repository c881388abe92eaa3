package dev.chancery.server.bench;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.SignatureProvider;
import dev.chancery.server.command.Ending;
import dev.chancery.server.command.Surroundings;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.nio.file.Path;
import java.security.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chancery bench issue}. */
@Command(
        name = "issue",
        mixinStandardHelpOptions = true,
        description = {
            "Certificates per second over HTTPS, each durable before it is answered.",
            "Starts a server of its own on a temporary data directory; --data measures one that runs."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery bench issue",
            "  ./chancery bench issue --ca-key rsa-3072 --connections 8 --seconds 30",
            "  ./chancery bench issue --data /srv/ca --json"
        })
final class IssueBench implements Callable<Integer> {
    private static final int RESERVE_PERCENT = 80;

    private final Surroundings here;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Measure the server that runs on this data directory; it keeps the certificates.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--ca-key",
            paramLabel = "KIND",
            defaultValue = "ec-p256",
            description = "Key of the issuing CA that is made. Default: ${DEFAULT-VALUE}")
    private String caKey = "ec-p256";

    @Option(
            names = "--csr-key",
            paramLabel = "KIND",
            defaultValue = "ec-p256",
            description = "Key of those who ask. Default: ${DEFAULT-VALUE}")
    private String csrKey = "ec-p256";

    @Option(names = "--profile", paramLabel = "NAME", defaultValue = "tls-server", description = "Default: tls-server")
    private String profile = "tls-server";

    IssueBench(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, screen -> {
            try {
                measure(screen);
            } catch (BenchFailedException e) {
                throw CommandFailedException.refused(String.valueOf(e.getMessage()));
            }
        });
    }

    private void measure(Screen screen) {
        KeyAlgorithm authority = BenchOptions.key("--ca-key", caKey);
        KeyAlgorithm requester = BenchOptions.key("--csr-key", csrKey);
        Stages stages = new Stages(screen, here.watched());
        try (TemporaryData temporary = TemporaryData.unless(data);
                BenchServer server = stages.run(
                        "Starting a server",
                        () -> data.map(BenchServer::running)
                                .orElseGet(() -> BenchServer.start(
                                        temporary.path(), List.of("authority.issuing.key=" + authority.label()))))) {
            List<byte[]> requests = stages.run(
                    "Making certificate requests",
                    () -> Requests.issue(server.https(), server.token(), profile, Filling.pem(requester)));
            measure(screen, stages, server, authority, requests);
        }
    }

    private void measure(
            Screen screen, Stages stages, BenchServer server, KeyAlgorithm authority, List<byte[]> requests) {
        Duration time = Duration.ofSeconds(options.seconds());
        Load issue = new Load(server.https(), server.tls(), options.connections(), requests, 201);
        check(stages.run("Warming up", () -> WarmUp.run(issue, server, options.warmUp())));
        Load nothing = new Load(
                server.https(),
                server.tls(),
                options.connections(),
                List.of(Requests.get(server.https(), "/health/live")),
                200);
        Duration brief = Duration.ofSeconds(Math.min(3, options.seconds()));
        Load.Result loopback = stages.run("Loopback HTTPS alone", () -> nothing.closed(brief));
        List<Provider> providers = SignatureProvider.fastest().preferred();
        Duration signature =
                stages.run("Signing alone", () -> RawSpeed.signature(authority, providers, Duration.ofSeconds(1)));
        double flushes = stages.run("Flushing alone", () -> RawSpeed.flushes(server.data(), 16, Duration.ofSeconds(1)));

        ServerMetrics before = server.metrics();
        Duration cpuBefore = server.cpu();
        Load.Result full = stages.run("Issuing as fast as it goes", () -> issue.closed(time));
        check(full);
        Duration cpu = server.cpu().minus(cpuBefore);
        ServerMetrics after = server.metrics();
        Load.Result reserve = stages.run(
                "Issuing at " + RESERVE_PERCENT + " % of that",
                () -> issue.open(time, full.perSecond() * RESERVE_PERCENT / 100));
        check(reserve);

        double cpuMillis = cpu.toNanos() / 1e6 / full.good();
        double signMillis = signature.toNanos() / 1e6;
        double flushed = after.value("chancery_journal_flushes_total") - before.value("chancery_journal_flushes_total");
        BenchReport report = new BenchReport(options.connections() + " connections, " + options.seconds()
                + " s, CA key " + authority.label() + ", keys asked for " + csrKey + ", durable, linted, verified");
        report.figure(
                "certificates",
                "Certificates",
                full.perSecond(),
                "/s",
                loopback.perSecond(),
                "loopback HTTPS /s",
                full.perSecond() / loopback.perSecond());
        report.figure(
                "cpu",
                "Server's CPU per certificate",
                cpuMillis,
                "ms",
                signMillis,
                "ms, raw signature",
                signMillis / cpuMillis);
        report.figure("p50", "Latency p50, full load", full.millis(50), "ms");
        report.figure("p99", "Latency p99, full load", full.millis(99), "ms");
        report.figure("p99-at-80", "Latency p99 at 80 % load", reserve.millis(99), "ms");
        report.figure(
                "flushes",
                "Journal flushes",
                flushed / full.seconds(),
                "/s",
                flushes,
                "raw flush /s",
                flushed / full.seconds() / flushes);
        report.figure("heap", "Server's heap in use", after.heapMebibytes(), "MiB");
        report.print(screen, options.json());
    }

    private static void check(Load.Result result) {
        if (result.failed() > 0 || result.good() == 0) {
            throw CommandFailedException.refused("The server refused " + result.failed() + " of "
                    + (result.failed() + result.good()) + " requests, the last with status " + result.lastFailure()
                    + ". A server that runs refuses names outside of what the token may ask for.");
        }
    }
}
