package dev.chancery.server;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.publisher.CrlPublisher;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How the CRLs of a CA stand, as meters. Of partitions there can be many, so that the one that ends first speaks for all. */
final class CrlMetrics {
    private final CrlPublisher publisher;
    private final IssuerRegistry issuers;

    CrlMetrics(CrlPublisher publisher, IssuerRegistry issuers) {
        this.publisher = publisher;
        this.issuers = issuers;
    }

    void register(Issuer issuer, MeterRegistry registry) {
        String ca = issuer.name();
        Gauge.builder(
                        "chancery.crl.number",
                        () -> inForce(ca, crl -> crl.number().value().doubleValue()))
                .tag("ca", ca)
                .register(registry);
        Gauge.builder("chancery.crl.entries", () -> inForce(ca, SignedCrl::entries))
                .tag("ca", ca)
                .register(registry);
        Gauge.builder("chancery.crl.next.update.seconds", () -> inForce(ca, CrlMetrics::end))
                .tag("ca", ca)
                .description("When the CRL in force ends, in seconds since 1970")
                .register(registry);
        Gauge.builder("chancery.crl.failing", () -> publisher.lastFailure(ca).isPresent() ? 1 : 0)
                .tag("ca", ca)
                .description("1 when the last publication of the full CRL, or of a partition's, failed")
                .register(registry);
        if (issuer.partitions() > 0) {
            Gauge.builder("chancery.crl.partitions", () -> partitions(ca))
                    .tag("ca", ca)
                    .register(registry);
            Gauge.builder("chancery.crl.partitions.next.update.seconds", () -> firstEnd(ca))
                    .tag("ca", ca)
                    .description("When the first of the partitions' CRLs in force ends, in seconds since 1970;"
                            + " none when a partition has no CRL")
                    .register(registry);
        }
    }

    private double inForce(String publication, ToDoubleFunction<SignedCrl> value) {
        return publisher.current(publication).map(value::applyAsDouble).orElse(Double.NaN);
    }

    private static double end(SignedCrl crl) {
        return crl.nextUpdate().getEpochSecond();
    }

    private int partitions(String ca) {
        return issuers.find(ca).map(Issuer::partitions).orElse(0);
    }

    /** Not a number as soon as one of them is missing. */
    private double firstEnd(String ca) {
        return IntStream.rangeClosed(1, partitions(ca))
                .mapToDouble(number -> inForce(CrlPartition.publication(ca, number), CrlMetrics::end))
                .min()
                .orElse(Double.NaN);
    }
}
