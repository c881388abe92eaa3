package dev.chancery.server;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.journal.Journal;
import dev.chancery.db.Storage;
import dev.chancery.publisher.CrlPublisher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What is counted and timed, and where it can be read. */
final class Metrics {
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
        for (Issuer issuer : issuers.all()) {
            crlGauges(publisher, issuer.name());
        }
    }

    private void crlGauges(CrlPublisher publisher, String ca) {
        Gauge.builder(
                        "chancery.crl.number",
                        publisher,
                        it -> it.current(ca)
                                .map(crl -> crl.number().value().doubleValue())
                                .orElse(Double.NaN))
                .tag("ca", ca)
                .register(registry);
        Gauge.builder(
                        "chancery.crl.entries",
                        publisher,
                        it -> it.current(ca).map(crl -> (double) crl.entries()).orElse(Double.NaN))
                .tag("ca", ca)
                .register(registry);
        Gauge.builder(
                        "chancery.crl.next.update.seconds",
                        publisher,
                        it -> it.current(ca)
                                .map(crl -> (double) crl.nextUpdate().getEpochSecond())
                                .orElse(Double.NaN))
                .tag("ca", ca)
                .description("When the CRL in force ends, in seconds since 1970")
                .register(registry);
        Gauge.builder(
                        "chancery.crl.failing",
                        publisher,
                        it -> it.lastFailure(ca).isPresent() ? 1 : 0)
                .tag("ca", ca)
                .register(registry);
    }
}
