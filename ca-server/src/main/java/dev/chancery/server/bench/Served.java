package dev.chancery.server.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Measures one CRL of one server, whole and unchanged, beside a peer or beside the smallest answer. */
final class Served {
    private static final double MEBIBYTE = 1024.0 * 1024.0;
    private static final String PEER_PATH = "/list.crl";

    private final BenchServer server;
    private final BenchOptions options;
    private final Stages stages;
    private final Duration time;

    Served(BenchServer server, BenchOptions options, Stages stages) {
        this.server = server;
        this.options = options;
        this.stages = stages;
        this.time = Duration.ofSeconds(options.seconds());
    }

    /** @param unchanged measures 304 answers as well */
    void beside(NginxPeer peer, BenchReport report, String name, byte[] octets, boolean unchanged) {
        whole(report, name, octets, whole(peer.url(), PEER_PATH), "nginx /s");
        if (unchanged) {
            unchanged(report, unchanged(peer.url(), PEER_PATH), "nginx /s");
        }
    }

    /** Without a peer: beside the smallest answer that this server gives. */
    void beside(BenchReport report, String name, byte[] octets, boolean unchanged) {
        Load smallest = whole(server.http(), "/health/live");
        whole(report, name, octets, smallest, "loopback HTTP /s");
        if (unchanged) {
            unchanged(report, smallest, "loopback HTTP /s");
        }
    }

    private void whole(BenchReport report, String name, byte[] octets, Load other, String otherIs) {
        Load load = whole(server.http(), ServeBench.PATH);
        String what = String.format(Locale.ROOT, "CRLs of %,d octets", octets.length);
        Load.Result fetched = measure(report, name, what, load, other, otherIs);
        report.figure(name + "-octets", "  octets", fetched.perSecond() * octets.length / MEBIBYTE, "MiB/s");
        report.figure(name + "-p50", "  latency p50", fetched.millis(50), "ms");
        report.figure(name + "-p99", "  latency p99", fetched.millis(99), "ms");
        report.figure(name + "-heap", "  server's heap in use", server.metrics().heapMebibytes(), "MiB");
    }

    private void unchanged(BenchReport report, Load other, String otherIs) {
        measure(report, "unchanged", "304 Not Modified", unchanged(server.http(), ServeBench.PATH), other, otherIs);
    }

    private Load.Result measure(BenchReport report, String name, String what, Load load, Load other, String otherIs) {
        stages.run("Warming up: " + what, () -> WarmUp.run(load, server, options.warmUp()));
        Load.Result theirs = stages.run("Measuring " + otherIs, () -> other.closed(time));
        Duration before = server.cpu();
        Load.Result ours = stages.run("Measuring " + what, () -> load.closed(time));
        double cpuMicros = server.cpu().minus(before).toNanos() / 1e3 / ours.good();
        report.figure(
                name, what, ours.perSecond(), "/s", theirs.perSecond(), otherIs, ours.perSecond() / theirs.perSecond());
        report.figure(name + "-cpu", "  server's CPU of each", cpuMicros, "µs");
        return ours;
    }

    private Load whole(URI host, String path) {
        return load(host, Requests.get(host, path), 200);
    }

    private Load unchanged(URI host, String path) {
        return load(host, Requests.getUnless(host, path, etag(host, path)), 304);
    }

    private Load load(URI host, byte[] request, int status) {
        return new Load(host, server.tls(), options.connections(), List.of(request), status);
    }

    private String etag(URI host, String path) {
        try (Wire wire = Wire.open(host, server.tls())) {
            wire.exchange(Requests.get(host, path));
            return wire.field("ETag").orElseThrow(() -> new IOException("it has no ETag"));
        } catch (IOException e) {
            throw new BenchFailedException(path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
