package dev.chancery.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests of a module's targets; a subclass names them in a static method {@code targets}. */
public abstract class Fuzzed {
    private static final int RUNS = 10_000;
    private static final int EVERY = 3_000;

    @BeforeAll
    static void asTheServer() {
        FastSignatures.install();
    }

    @AfterAll
    static void asBefore() {
        FastSignatures.remove();
    }

    protected static Named<Class<? extends Target>> named(Class<? extends Target> target) {
        return Named.of(target.getSimpleName(), target);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    @DisplayName("raise nothing and take no time on damaged input")
    void damaged(Class<? extends Target> target) throws ReflectiveOperationException {
        ShortRun.Report report = run(target).damaged(RUNS);
        assertThat(report.executions()).isEqualTo(RUNS);
        // Some changes do no harm; if all did none, or each did some, this would test nothing.
        assertThat(report.accepted()).isBetween(1, RUNS * 9 / 10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    @DisplayName("raise nothing whatever telling value any one octet takes")
    void everyOctet(Class<? extends Target> target) throws ReflectiveOperationException {
        assertThat(run(target).everyOctet(EVERY).executions()).isPositive();
    }

    private static ShortRun run(Class<? extends Target> target) throws ReflectiveOperationException {
        return new ShortRun(target.getConstructor().newInstance());
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    @DisplayName("raise nothing when Jazzer looks for the input that does")
    void fuzzed(Class<? extends Target> target, @TempDir Path directory) throws Exception {
        System.out.println(LongRun.fuzz(target, directory));
    }
}
