package dev.chancery.server.bench;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.server.command.Ending;
import dev.chancery.server.command.Surroundings;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
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
            "CRLs per second over plain HTTP, as validating servers fetch them, and 304 answers for those who have it.",
            "Where nginx is installed, its figure for the same octets stands beside each.",
            "Starts a server of its own on a temporary data directory; --data measures one that runs."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery bench serve",
            "  ./chancery bench serve --revoked 20000,1000000 --connections 64",
            "  ./chancery bench serve --data /srv/ca --json"
        })
final class ServeBench implements Callable<Integer> {
    static final String PATH = "/crl/issuing.crl";

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
            paramLabel = "N,N",
            split = ",",
            description = {
                "Entries of the CRL; several are measured one after the other.",
                "Default: 1350,27000, which makes about 50 KB and 1 MB."
            })
    private List<Integer> revoked = new ArrayList<>();

    ServeBench(Surroundings here, Workshop.Opener opener) {
        this.here = here;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, screen -> {
            for (int entries : revoked) {
                if (entries < 0) {
                    throw CommandFailedException.wrongUsage("--revoked must be 0 or more, not " + entries);
                }
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
        BenchReport report = new BenchReport(String.format(
                Locale.ROOT,
                "%d connections, %d s each, plain HTTP%s",
                options.connections(),
                options.seconds(),
                NginxPeer.installed().isPresent() ? ", nginx beside it on the same octets" : ""));
        if (data.isPresent()) {
            measure(stages, BenchServer.running(data.get()), report, "crl", true);
        } else {
            List<Integer> sizes = revoked.isEmpty() ? List.of(1_350, 27_000) : revoked;
            for (int entries : sizes) {
                String name = sizes.size() == 1 ? "crl" : "crl-" + entries;
                measureOwn(stages, screen, entries, report, name, entries == sizes.get(0));
            }
        }
        report.print(screen, options.json());
    }

    private void measureOwn(Stages stages, Screen screen, int entries, BenchReport report, String name, boolean first) {
        try (TemporaryData temporary = TemporaryData.unless(Optional.empty());
                BenchServer server =
                        Prepared.server(stages, opener, temporary.path(), entries, screen, here.watched())) {
            measure(stages, server, report, name, first);
        }
    }

    private void measure(Stages stages, BenchServer server, BenchReport report, String name, boolean unchanged) {
        byte[] octets = server.fetch(PATH);
        Served served = new Served(server, options, stages);
        Optional<Path> nginx = NginxPeer.installed();
        if (nginx.isEmpty()) {
            served.beside(report, name, octets, unchanged);
            return;
        }
        try (TemporaryData home = TemporaryData.unless(Optional.empty());
                NginxPeer peer = NginxPeer.start(nginx.get(), home.path(), octets)) {
            served.beside(peer, report, name, octets, unchanged);
        }
    }

    /** A server whose CRL has entries. */
    static final class Prepared {
        private Prepared() {}

        static BenchServer server(
                Stages stages, Workshop.Opener opener, Path data, int revoked, Screen screen, boolean watched) {
            fill(stages, opener, data, revoked, screen, watched);
            return stages.run("Starting a server", () -> BenchServer.start(data, List.of()));
        }

        static void fill(
                Stages stages, Workshop.Opener opener, Path data, int revoked, Screen screen, boolean watched) {
            stages.run("Revoking " + revoked + " certificates", () -> {
                try (Workshop workshop = opener.open(data, KeyAlgorithm.EC_P256.label())) {
                    Filling filling = new Filling(workshop, 32, screen, watched);
                    filling.copyRevoked(Filling.requests(KeyAlgorithm.EC_P256), revoked);
                    return revoked;
                }
            });
        }
    }
}
