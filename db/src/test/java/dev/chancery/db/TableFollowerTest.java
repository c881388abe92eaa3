package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.chancery.core.access.Requester;
import dev.chancery.core.contract.Samples;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.AppendOutcome.Recorded;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.Decision;
import dev.chancery.core.x509.SerialNumber;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Tables that follow the journal")
@Timeout(120)
class TableFollowerTest {
    @TempDir
    Path base;

    /** Holds the thread of the tables in its next commit. */
    private final CountDownLatch release = new CountDownLatch(1);

    private volatile boolean hold;

    private Storage open() {
        return Storage.open(StorageSettings.in(base), Stores.environment().with(this::reached));
    }

    private void reached(CrashPoints.Point point) {
        if (point == CrashPoints.Point.AFTER_COMMIT && hold && thread().equals("journal-tables")) {
            try {
                release.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String thread() {
        return Thread.currentThread().getName();
    }

    private static SerialNumber serial(int number) {
        return SerialNumber.parse(String.format("4f%06x", number));
    }

    private static JournalEvent issued(int number) {
        return Samples.certificate(serial(number).hex()).issued();
    }

    private static CompletableFuture<AppendOutcome> append(Storage storage, JournalEvent... events) {
        return storage.journal().append(Requester.system(), List.of(events));
    }

    @Test
    @DisplayName("let certificates be acknowledged before them, and readers of those wait")
    void readersWait() throws Exception {
        try (Storage storage = open()) {
            hold = true;
            Stores.record(storage, issued(1));
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(
                    () -> storage.ledger().find(serial(1)).isPresent());
            for (int i = 2; i < 500; i++) {
                Stores.record(storage, issued(i)); // would wait for ever if it needed the tables
            }
            CompletableFuture<Boolean> last = CompletableFuture.supplyAsync(
                    () -> storage.ledger().find(serial(499)).isPresent());
            assertThatThrownBy(() -> last.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            hold = false;
            release.countDown();
            assertThat(first.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(last.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @DisplayName("are never so far behind that a serial or an idempotency key is taken twice")
    void conflicts() throws Exception {
        JournalEvent keyed = Samples.certificate("4f70").keyed("once").issued();
        JournalEvent again = Samples.certificate("4f71").keyed("once").issued();
        try (Storage storage = open()) {
            List<CompletableFuture<AppendOutcome>> all = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                all.add(append(storage, issued(i % 200)));
            }
            all.add(append(storage, keyed));
            all.add(append(storage, again));
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
            assertThat(all.stream().filter(future -> future.join() instanceof Recorded))
                    .hasSize(201);
            assertThat(kind(all.get(601))).contains(Kind.IDEMPOTENCY_KEY_USED);
            assertThat(kind(append(storage, issued(7)))).contains(Kind.DUPLICATE_SERIAL);
            assertThat(storage.ledger().find(serial(199))).isPresent();
            assertThat(kind(append(storage, issued(7)))).contains(Kind.DUPLICATE_SERIAL);
            assertThat(kind(append(storage, again))).contains(Kind.IDEMPOTENCY_KEY_USED);
        }
    }

    private static Optional<Kind> kind(CompletableFuture<AppendOutcome> future) {
        return Optional.of(future.join())
                .filter(Conflict.class::isInstance)
                .map(outcome -> ((Conflict) outcome).kind());
    }

    @Test
    @DisplayName("that fail stop the journal, and lose nothing that it has")
    void failing() throws Exception {
        try (Storage storage = open()) {
            Stores.record(storage, issued(1));
            assertThat(storage.ledger().find(serial(1))).isPresent();
            dropATable();
            Stores.record(storage, issued(2));
            await().until(() -> storage.fault().isPresent());
            assertThat(storage.fault().orElseThrow()).contains("cannot follow").contains("restarted");
            assertThatThrownBy(() -> Stores.record(storage, issued(3))).hasMessageContaining("restart");
            assertThatThrownBy(() -> Stores.record(storage, new Decision("noted", "test", "")))
                    .hasMessageContaining("restart");
            assertThat(storage.journal().lastSequence()).isEqualTo(2);
        }
        Stores.delete(base.resolve("db"));
        try (Storage storage = Stores.open(base)) {
            assertThat(storage.ledger().find(serial(2))).isPresent();
            assertThat(storage.ledger().find(serial(3))).isEmpty();
        }
    }

    private void dropATable() throws Exception {
        String url = "jdbc:h2:async:" + base.resolve("db").resolve("chancery").toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE certificate_count");
        }
    }
}
