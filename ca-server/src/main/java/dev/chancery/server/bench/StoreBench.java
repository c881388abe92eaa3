package dev.chancery.server.bench;

import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.SignatureProvider;
import dev.chancery.server.command.Ending;
import dev.chancery.server.command.Surroundings;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chancery bench store}. */
@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        description = {
            "Certificates per second without HTTP: read, judged, signed, linted, durable.",
            "With --keep the data directory stays, filled with real certificates."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery bench store",
            "  ./chancery bench store --certificates 1000000 --revoked 100000 --keep big",
            "  ./chancery serve --data big"
        })
final class StoreBench implements Callable<Integer> {
    private final Surroundings here;
    private final Workshop.Opener opener;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--certificates", paramLabel = "N", defaultValue = "20000", description = "Default: 20000")
    private long certificates = 20_000;

    @Option(names = "--revoked", paramLabel = "N", defaultValue = "0", description = "Revoke so many of them.")
    private long revoked;

    @Option(names = "--keep", paramLabel = "DIR", description = "A new directory that is not deleted afterwards.")
    private Optional<Path> keep = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "32",
            description = "Requests at a time. Default: ${DEFAULT-VALUE}")
    private int threads = 32;

    @Option(names = "--ca-key", paramLabel = "KIND", defaultValue = "ec-p256", description = "Default: ec-p256")
    private String caKey = "ec-p256";

    @Option(names = "--csr-key", paramLabel = "KIND", defaultValue = "ec-p256", description = "Default: ec-p256")
    private String csrKey = "ec-p256";

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    StoreBench(Surroundings here, Workshop.Opener opener) {
        this.here = here;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, screen -> {
            check();
            try (TemporaryData temporary = TemporaryData.unless(keep)) {
                measure(screen, temporary.path());
            } catch (BenchFailedException e) {
                throw CommandFailedException.refused(String.valueOf(e.getMessage()));
            }
        });
    }

    private void check() {
        if (certificates < 1 || revoked < 0 || revoked > certificates || threads < 1) {
            throw CommandFailedException.wrongUsage(
                    "--certificates and --threads must be 1 or more, and --revoked no" + " more than --certificates");
        }
        if (keep.filter(StoreBench::holdsSomething).isPresent()) {
            throw CommandFailedException.refused(
                    keep.get() + " holds something already; name a directory that is new or empty.");
        }
    }

    private static boolean holdsSomething(Path directory) {
        if (!Files.exists(directory)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isPresent();
        } catch (IOException e) {
            return true;
        }
    }

    private void measure(Screen screen, Path directory) {
        KeyAlgorithm authority = BenchOptions.key("--ca-key", caKey);
        KeyAlgorithm requester = BenchOptions.key("--csr-key", csrKey);
        Stages stages = new Stages(screen, here.watched());
        List<EnrollmentRequest> requests = stages.run("Making certificate requests", () -> Filling.requests(requester));
        Duration signature = stages.run(
                "Signing alone",
                () -> RawSpeed.signature(authority, SignatureProvider.fastest().preferred(), Duration.ofSeconds(1)));
        try (Workshop workshop = stages.run("Making the CA", () -> opener.open(directory, authority.label()))) {
            double flushes =
                    stages.run("Flushing alone", () -> RawSpeed.flushes(directory, threads, Duration.ofSeconds(1)));
            Filling filling = new Filling(workshop, threads, screen, here.watched());
            Crew issuing = filling.issue(requests, certificates, revoked);
            Crew revoking = filling.revoke();
            report(issuing, revoking, signature, flushes).print(screen, json);
        }
    }

    private BenchReport report(Crew issuing, Crew revoking, Duration signature, double flushes) {
        BenchReport report = new BenchReport(String.format(
                java.util.Locale.ROOT,
                "%,d certificates, %d at a time, CA key %s, keys asked for %s, durable, linted, verified; no HTTP",
                certificates,
                threads,
                caKey,
                csrKey));
        double signMillis = signature.toNanos() / 1e6;
        double both = 1000 / signMillis * Runtime.getRuntime().availableProcessors();
        report.figure(
                "certificates",
                "Certificates",
                issuing.perSecond(),
                "/s",
                both,
                "raw signatures /s",
                issuing.perSecond() / both);
        report.figure(
                "cpu",
                "CPU per certificate",
                issuing.cpuMillis(),
                "ms",
                signMillis,
                "ms, raw signature",
                signMillis / issuing.cpuMillis());
        report.figure("late", "Certificates, last tenth", issuing.perSecondAtEnd(), "/s");
        report.figure(
                "late-cpu",
                "CPU per certificate, last tenth",
                issuing.cpuMillisAtEnd(),
                "ms",
                signMillis,
                "ms, raw signature",
                signMillis / issuing.cpuMillisAtEnd());
        report.figure("flushes", "Raw flushes", flushes, "/s");
        if (revoked > 0) {
            report.figure("revocations", "Revocations", revoking.perSecond(), "/s");
        }
        return report;
    }
}
