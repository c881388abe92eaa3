package dev.chancery.server.bench;

import java.time.Duration;
import java.util.Optional;

/**
 * Loads a server until its figures mean something. On two cores the Java runtime compiles for minutes what a server does, and
 * until then much of a measurement is compilation and code that is not compiled yet. So it begins with few requests at a time,
 * which leave the compiler a core, and goes on with as many as will be measured.
 */
final class WarmUp {
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int MOST_ROUNDS = 30;
    private static final int FEW = 2;

    /** One may be the middle of a long compilation, which counts when it ends. */
    private static final int QUIET_ROUNDS = 2;

    /** Of a round's time, what a server that is warm still compiles. */
    private static final double HARDLY = 0.1;

    private WarmUp() {}

    /** @param seconds fixed; empty: until the server hardly compiles any more */
    static Load.Result run(Load load, BenchServer server, Optional<Integer> seconds) {
        if (seconds.isPresent()) {
            return load.closed(Duration.ofSeconds(seconds.get()));
        }
        Load.Result few = untilCompiled(load.with(FEW), server);
        return few.failed() > 0 ? few : untilCompiled(load, server);
    }

    private static Load.Result untilCompiled(Load load, BenchServer server) {
        double before = server.metrics().compilationSeconds();
        Load.Result last = load.closed(ROUND);
        int quiet = 0;
        for (int round = 1; round < MOST_ROUNDS && quiet < QUIET_ROUNDS && last.failed() == 0; round++) {
            double now = server.metrics().compilationSeconds();
            quiet = now - before < HARDLY * ROUND.toSeconds() ? quiet + 1 : 0;
            before = now;
            last = load.closed(ROUND);
        }
        return last;
    }
}
