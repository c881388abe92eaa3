package dev.chancery.server;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.web.auth.ShownOnce;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server from its start to its clean stop. */
final class RunningServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunningServer.class);

    private final DataDirectory data;
    private final Assembly assembly;
    private final Listeners listeners;
    private final Upkeep upkeep;
    private final ReadyBlock readyBlock;

    private RunningServer(
            DataDirectory data, Assembly assembly, Listeners listeners, Upkeep upkeep, ReadyBlock readyBlock) {
        this.data = data;
        this.assembly = assembly;
        this.listeners = listeners;
        this.upkeep = upkeep;
        this.readyBlock = readyBlock;
    }

    /**
     * Makes what is missing, publishes CRLs, and only then accepts connections.
     *
     * @throws StartRefusedException with what is wrong and what to do
     */
    static RunningServer start(
            Path directory,
            Optional<Path> config,
            Map<String, String> overrides,
            Clock clock,
            Map<String, String> environment) {
        long began = System.nanoTime();
        DataDirectory data = DataDirectory.open(directory);
        Settings settings = Configuration.settings(data, config, overrides);
        Logging.configure(settings.log());
        Optional<String> bind = settings.server().bind();
        try (ReservedPort http = ReservedPort.take(bind, settings.server().httpPort(), "--http-port");
                ReservedPort https = ReservedPort.take(bind, settings.server().httpsPort(), "--https-port")) {
            return start(data, settings, clock, environment, http, https, began);
        }
    }

    private static RunningServer start(
            DataDirectory data,
            Settings settings,
            Clock clock,
            Map<String, String> environment,
            ReservedPort http,
            ReservedPort https,
            long began) {
        Assembly assembly = Assembly.of(data, settings, clock, environment);
        try {
            return start(data, settings, assembly, http, https, began);
        } catch (KeyUnavailableException e) {
            assembly.close();
            throw new StartRefusedException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            assembly.close();
            throw e;
        }
    }

    private static RunningServer start(
            DataDirectory data,
            Settings settings,
            Assembly assembly,
            ReservedPort http,
            ReservedPort https,
            long began) {
        URI chosen = PublicAddress.choose(settings.server(), http.number());
        assembly.firstStart().makeAuthorities(chosen);
        assembly.recordProfiles();
        assembly.firstStart().partition(settings.crl());
        assembly.measure();
        CompletableFuture<Void> crls =
                CompletableFuture.runAsync(assembly.publisher()::start, task -> new Thread(task, "first-crls").start());
        CompletableFuture<Void> ocsp = CompletableFuture.runAsync(
                () -> assembly.responders().open(crls::join), task -> new Thread(task, "ocsp-keys").start());
        Optional<ShownOnce> password = assembly.firstStart().makeAdmin();
        Issuer issuing = assembly.issuer(FirstStart.ISSUING);
        List<String> warnings = PublicAddress.warnings(issuing, chosen);
        ServerTls tls = assembly.tls(HostNames.ofThisMachine(Optional.ofNullable(chosen.getHost())));
        Listeners listeners = new Listeners(settings.server().bind(), http, https, tls.open(crls::join));
        crls.join();
        ocsp.join();
        assembly.keysAreOpen();
        listeners.accept(assembly.onPlain(), assembly.onSecure());
        assembly.signInAt(listeners.httpsPort());
        assembly.publisher().reachable();
        assembly.measure(listeners);
        String host = settings.server().bind().orElse("localhost");
        String web = "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listeners.httpsPort() + "/";
        ServerDescription.write(
                data, listeners, host, assembly.issuer(FirstStart.ROOT).certificate());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        log.info("Ready after {} ms", took.toMillis());
        ReadyBlock block = new ReadyBlock(
                data.root(),
                assembly.issuer(FirstStart.ROOT).certificate(),
                issuing.certificate(),
                issuing.addresses().crl().get(0).toString(),
                assembly.publisher().current(FirstStart.ISSUING),
                web,
                password.map(ShownOnce::text),
                took,
                warnings,
                ZoneId.systemDefault());
        Upkeep upkeep = new Upkeep(tls, assembly.responders(), assembly::measureSignatures);
        return new RunningServer(data, assembly, listeners, upkeep, block);
    }

    ReadyBlock readyBlock() {
        return readyBlock;
    }

    /** For tests. */
    Responders responders() {
        return assembly.responders();
    }

    /** What happens now and then, now. */
    void upkeepNow() {
        upkeep.run();
    }

    int httpPort() {
        return listeners.httpPort();
    }

    int httpsPort() {
        return listeners.httpsPort();
    }

    /** Answers what is under way, publishes what waits, closes the journal: nothing accepted is lost. */
    @Override
    public void close() {
        log.info("Stopping");
        try {
            Files.deleteIfExists(data.serverDescription());
        } catch (java.io.IOException e) {
            log.warn("{} could not be deleted: {}", data.serverDescription(), e.toString());
        }
        upkeep.close();
        assembly.publisher().outside().close();
        try {
            listeners.close();
        } finally {
            assembly.close();
        }
        log.info("Stopped");
    }
}
