package dev.chancery.server;

import dev.chancery.publisher.target.TargetStatus;
import dev.chancery.publisher.target.Targets;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/** How each publication target fares, as meters. */
final class TargetMetrics {
    private final Targets targets;

    TargetMetrics(Targets targets) {
        this.targets = targets;
    }

    void register(MeterRegistry registry) {
        targets.status().forEach(target -> register(target.name(), registry));
    }

    private void register(String name, MeterRegistry registry) {
        Gauge.builder(
                        "chancery.target.last.success.seconds",
                        () -> status(name)
                                .flatMap(TargetStatus::lastSuccess)
                                .map(at -> (double) at.getEpochSecond())
                                .orElse(Double.NaN))
                .tag("target", name)
                .description("When the publication target last took a file, in seconds since 1970")
                .register(registry);
        Gauge.builder(
                        "chancery.target.failing",
                        () -> status(name)
                                .flatMap(TargetStatus::failure)
                                .map(why -> 1.0)
                                .orElse(0.0))
                .tag("target", name)
                .register(registry);
        Gauge.builder(
                        "chancery.target.waiting",
                        () -> status(name)
                                .map(status -> (double) status.waiting())
                                .orElse(Double.NaN))
                .tag("target", name)
                .description("Files that the publication target still has to take")
                .register(registry);
        FunctionCounter.builder(
                        "chancery.target.failures",
                        targets,
                        it -> status(name)
                                .map(status -> (double) status.failures())
                                .orElse(Double.NaN))
                .tag("target", name)
                .description("Attempts that failed since the start")
                .register(registry);
    }

    private Optional<TargetStatus> status(String name) {
        return targets.status().stream()
                .filter(status -> status.name().equals(name))
                .findFirst();
    }
}
