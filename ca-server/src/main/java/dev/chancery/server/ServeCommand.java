package dev.chancery.server;

import dev.chancery.server.command.report.ExitCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chancery serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts the CA; on an empty data directory makes it first.",
        footer = {
            "",
            "Examples:",
            "  ./chancery serve",
            "  ./chancery serve --data /srv/ca --http-port 80 --public-url http://pki.lab.example.com",
            "  ./chancery serve --bind 127.0.0.1 --set crl.lifetime='14 days'"
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Everything that must be kept. Default: ./data")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(
            names = "--http-port",
            paramLabel = "N",
            description = "Plain HTTP: CRLs, OCSP, CA certificates. Default: 8080; 0 takes a free port.")
    private @Nullable Integer httpPort;

    @Option(
            names = "--https-port",
            paramLabel = "N",
            description = "HTTPS: pages and API. Default: 8443; 0 takes a free port.")
    private @Nullable Integer httpsPort;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Listen on this address only. Default: all.")
    private @Nullable String bind;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Base of the CRL and CA addresses in certificates, http and best on port 80.")
    private @Nullable URI publicUrl;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings. Default: chancery.yaml in the data directory.")
    private @Nullable Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Overrides one option of the settings.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(overrides);
        override(all, "server.http-port", httpPort);
        override(all, "server.https-port", httpsPort);
        override(all, "server.bind", bind == null ? null : '"' + bind + '"');
        override(all, "server.public-url", publicUrl);
        CountDownLatch stopped = new CountDownLatch(1);
        RunningServer server =
                RunningServer.start(data, Optional.ofNullable(config), all, Clock.systemUTC(), System.getenv());
        spec.commandLine().getOut().print(server.readyBlock().text());
        spec.commandLine().getOut().flush();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
        return ExitCode.DONE;
    }

    private static void override(Map<String, String> all, String key, @Nullable Object value) {
        if (value != null) {
            all.put(key, value.toString());
        }
    }
}
