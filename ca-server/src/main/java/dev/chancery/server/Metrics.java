package dev.chancery.server;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.keys.SignatureMeasurement;
import dev.chancery.db.Storage;
import dev.chancery.publisher.CrlPublisher;
import dev.chancery.publisher.ocsp.OcspResponder;
import dev.chancery.web.http.Turns;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmCompilationMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** What is counted and timed, and where it can be read. */
final class Metrics {
    private static final String SIGNATURE = "chancery.signature.seconds";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private boolean ofRuntime;

    Journal around(Journal journal) {
        return new MeteredJournal(journal, registry);
    }

    /** What a scrape answers. The runtime's own meters join at the first one: they would cost a start its JMX. */
    synchronized String scrape() {
        if (!ofRuntime) {
            ofRuntime = true;
            new JvmMemoryMetrics().bindTo(registry);
            new JvmThreadMetrics().bindTo(registry);
            new JvmCompilationMetrics().bindTo(registry);
            new ClassLoaderMetrics().bindTo(registry);
            new ProcessorMetrics().bindTo(registry);
            new UptimeMetrics().bindTo(registry);
        }
        return registry.scrape();
    }

    /** Gauges per CA; a CA that joins later gets them at the next start. */
    void watch(CrlPublisher publisher, IssuerRegistry issuers, Storage storage) {
        FunctionCounter.builder("chancery.journal.flushes", storage, Storage::flushes)
                .description("Flushes of the journal; one may serve many records")
                .register(registry);
        Gauge.builder("chancery.journal.records", storage.journal(), Journal::lastSequence)
                .description("Records in the journal")
                .register(registry);
        Gauge.builder("chancery.disk.free.bytes", storage, Storage::freeSpace)
                .description("What the disk of the journal has left; without any, nothing is issued or revoked")
                .register(registry);
        CrlMetrics crls = new CrlMetrics(publisher, issuers);
        for (Issuer issuer : issuers.all()) {
            crls.register(issuer, registry);
            Gauge.builder(
                            "chancery.ca.offline",
                            issuers,
                            all -> all.find(issuer.name())
                                    .filter(Issuer::offline)
                                    .map(offline -> 1)
                                    .orElse(0))
                    .tag("ca", issuer.name())
                    .description("1 when its key is elsewhere, so that people must sign and upload its CRL")
                    .register(registry);
            Gauge.builder(
                            "chancery.crl.upload.due",
                            publisher,
                            it -> it.offline()
                                    .remark(issuer.name())
                                    .map(due -> 1)
                                    .orElse(0))
                    .tag("ca", issuer.name())
                    .description("1 when the CRL of an offline CA ends within 30 days")
                    .register(registry);
        }
        new TargetMetrics(publisher.targets()).register(registry);
    }

    /** Requests, of which so many answers had to be signed; the others were kept ones. */
    void watch(OcspResponder ocsp) {
        FunctionCounter.builder("chancery.ocsp.requests", ocsp, OcspResponder::requests)
                .description("OCSP requests")
                .register(registry);
        FunctionCounter.builder("chancery.ocsp.signatures", ocsp, OcspResponder::signatures)
                .description("OCSP answers that were signed; the others were in memory")
                .register(registry);
        FunctionCounter.builder("chancery.ocsp.failures", ocsp, OcspResponder::failures)
                .description("OCSP answers that say nothing about a certificate: malformed, unauthorized, try later")
                .register(registry);
        Gauge.builder("chancery.ocsp.known.certificates", ocsp, OcspResponder::knownCertificates)
                .description("Certificates whose status is in memory")
                .register(registry);
        Gauge.builder("chancery.ocsp.waiting", ocsp, OcspResponder::waiting)
                .description("OCSP requests that wait for a look into the ledger")
                .register(registry);
    }

    /** How long each provider takes, and which one was chosen. */
    void signatures(SignatureMeasurement found) {
        for (SignatureMeasurement.Candidate candidate : found.candidates()) {
            Tags tags = Tags.of("algorithm", found.algorithm().jcaName(), "key", found.key())
                    .and("provider", candidate.provider())
                    .and("chosen", String.valueOf(candidate.provider().equals(found.chosen())));
            // The first of several keys of one kind speaks for all.
            boolean known = registry.find(SIGNATURE).tags(tags).gauge() != null;
            candidate
                    .sign()
                    .filter(time -> !known)
                    .ifPresent(time -> Gauge.builder(SIGNATURE, () -> time.toNanos() / 1e9)
                            .tags(tags)
                            .description("What one signature takes, measured at the start")
                            .register(registry));
        }
    }

    /** How much is under way, and how much was refused. */
    void watch(Turns turns, Listeners listeners) {
        Gauge.builder("chancery.requests.running", turns, Turns::running).register(registry);
        Gauge.builder("chancery.requests.waiting", turns, Turns::waiting)
                .description("Requests that wait for their turn; above the bound they are refused")
                .register(registry);
        FunctionCounter.builder("chancery.requests.refused", turns, Turns::refused)
                .description("Requests that were answered 503 since too many came")
                .register(registry);
        Gauge.builder("chancery.connections", listeners.headers(), HeaderDeadline::open)
                .register(registry);
        FunctionCounter.builder("chancery.connections.late", listeners.headers(), HeaderDeadline::closed)
                .description("Connections that were closed since a request's header did not come to an end")
                .register(registry);
        for (QueuedThreadPool pool : listeners.pools()) {
            Gauge.builder("chancery.threads.queued", pool, QueuedThreadPool::getQueueSize)
                    .tag("listener", pool.getName())
                    .register(registry);
            Gauge.builder("chancery.threads.busy", pool, QueuedThreadPool::getBusyThreads)
                    .tag("listener", pool.getName())
                    .register(registry);
        }
    }
}
