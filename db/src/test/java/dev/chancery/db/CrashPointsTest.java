package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.contract.Samples;
import dev.chancery.db.CrashPoints.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files are copied at a point between accept and acknowledge, as a crash there would leave them, and opened again. */
@DisplayName("A crash")
class CrashPointsTest {
    @TempDir
    Path base;

    @ParameterizedTest
    @EnumSource(Point.class)
    @DisplayName("leaves every acknowledged entry, and the one under way wholly or not at all")
    void crash(Point point) throws Exception {
        Path directory = base.resolve("data");
        Path left = base.resolve("left");
        AtomicBoolean armed = new AtomicBoolean();
        CrashPoints copying = reached -> {
            if (reached == point && armed.compareAndSet(true, false)) {
                copy(directory, left);
            }
        };
        try (Storage storage = Storage.open(
                StorageSettings.in(directory), Stores.seal(), Clock.systemUTC(), Stores.NO_WATCHDOG, copying)) {
            Stores.record(storage, Samples.certificate("4f01").issued());
            assertThat(storage.ledger().find(Samples.certificate("4f01").serial()))
                    .isPresent(); // so the tables have committed it
            armed.set(true);
            Stores.record(
                    storage,
                    Samples.certificate("4f02").issued(),
                    Samples.certificate("4f03").issued());
        }
        try (Storage storage = Stores.open(left)) {
            boolean written = point != Point.BEFORE_WRITE;
            assertThat(storage.journal().lastSequence()).isEqualTo(written ? 3 : 1);
            assertThat(storage.ledger().find(Samples.certificate("4f01").serial()))
                    .isPresent();
            for (String serial : new String[] {"4f02", "4f03"}) {
                assertThat(storage.ledger()
                                .find(Samples.certificate(serial).serial())
                                .isPresent())
                        .isEqualTo(written);
            }
            if (!written) {
                assertThat(Stores.record(storage, Samples.certificate("4f02").issued()))
                        .isEqualTo(2);
            }
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Stores.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
