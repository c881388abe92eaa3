package dev.chancery.publisher.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.x509.Der;
import dev.chancery.publisher.fetchers.Fetchers;
import dev.chancery.publisher.publish.CrlDirectory;
import dev.chancery.publisher.publish.PublishedCrls;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Downloads of a 1 MB CRL while it is replaced every second")
class DownloadsTest {
    private static final int OCTETS = 1_000_000;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Issuer CA = TestIssuer.validAt(NOW);

    @TempDir
    private Path directory;

    private final PublishedCrls published = new PublishedCrls();
    private final Fetchers fetchers = new Fetchers(10_000, Clock.systemUTC());
    private final Set<String> tags = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicLong mostHeap = new AtomicLong();
    private final ScheduledExecutorService replacing = Executors.newSingleThreadScheduledExecutor();
    private Server server;
    private int port;

    @BeforeEach
    void serve() throws Exception {
        IssuerRegistry issuers = new IssuerRegistry();
        issuers.add(CA);
        server = new Server();
        HttpConfiguration configuration = new HttpConfiguration();
        // As the real listeners have it.
        configuration.setHeaderCacheSize(0);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(2000);
        server.addConnector(connector);
        server.setHandler(new PublicationHandler(
                issuers, published, directory, fetchers, "own", Clock.fixed(NOW, ZoneOffset.UTC)));
        server.start();
        port = connector.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        replacing.shutdown();
        // One that is being written would come to stand in a directory that is being deleted.
        assertThat(replacing.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        server.stop();
    }

    @Test
    @DisplayName("500 on 100 connections: none fails, none is mixed, the heap does not grow by 64 MB")
    void some() throws Exception {
        download(100, 5, Duration.ofMillis(100));
    }

    @Test
    @Tag("long")
    @DisplayName("10,000 on 1,000 connections: none fails, none is mixed, the heap does not grow by 64 MB")
    void many() throws Exception {
        download(1_000, 10, Duration.ofSeconds(1));
    }

    private void download(int connections, int each, Duration every) throws Exception {
        replace();
        long before = heap();
        mostHeap.set(before);
        var unused =
                replacing.scheduleAtFixedRate(this::replace, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        var unusedToo = replacing.scheduleAtFixedRate(
                () -> mostHeap.accumulateAndGet(heap(), Math::max), 500, 2000, TimeUnit.MILLISECONDS);
        List<String> got;
        try (ManyDownloads downloads = new ManyDownloads(port, "/crl/issuing.crl", connections, each)) {
            got = downloads.run();
        }
        assertThat(got).hasSize(connections * each);
        assertThat(tags).containsAll(new HashSet<>(got));
        assertThat(new HashSet<>(got)).as("lists that were downloaded").hasSizeGreaterThan(1);
        long growth = Math.max(mostHeap.get(), heap()) - before;
        assertThat(growth).as("growth of the heap").isLessThan(64L * 1024 * 1024);
    }

    /** Every one different from its first octet to its last. */
    private void replace() {
        int next = number.incrementAndGet();
        byte[] octets = new byte[OCTETS + next];
        new Random(next).nextBytes(octets);
        CrlDirectory files = new CrlDirectory(directory);
        files.put(crl(next, CrlOctets.of(Der.ofOwned(octets))));
        SignedCrl crl = crl(next, files.current("issuing").orElseThrow());
        tags.add(crl.octets().sha256().hex().substring(0, 32));
        published.put(crl);
    }

    private static SignedCrl crl(int next, CrlOctets octets) {
        return new SignedCrl(
                "issuing",
                new CrlNumber(BigInteger.valueOf(next)),
                NOW,
                NOW.plusSeconds(86_400),
                NOW.plusSeconds(3600),
                0,
                octets);
    }

    /** What lives. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
