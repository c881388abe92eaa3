package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Requester;
import dev.chancery.core.contract.Samples;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.JournalBusyException;
import dev.chancery.core.journal.JournalEvent.Decision;
import dev.chancery.core.journal.JournalFaultException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The journal's writer")
class JournalWriterTest {
    private static final Decision DECISION = new Decision("noted", "test", "");

    @TempDir
    Path directory;

    private final FaultyDisk disk = new FaultyDisk();

    private Storage open(StorageSettings settings) {
        return Storage.open(settings, Stores.environment().with(disk));
    }

    private static CompletableFuture<AppendOutcome> append(Storage storage) {
        return storage.journal().append(Requester.system(), DECISION);
    }

    /** Holds the writer in its next flush until the latch opens. */
    private CountDownLatch holdFlush() {
        CountDownLatch release = new CountDownLatch(1);
        disk.beforeForce(() -> {
            try {
                release.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return release;
    }

    @Test
    @DisplayName("shares one flush among all that waited while it wrote")
    void groupCommit() {
        try (Storage storage = open(StorageSettings.in(directory))) {
            append(storage).join();
            int before = disk.forces.get();
            CountDownLatch release = holdFlush();
            List<CompletableFuture<AppendOutcome>> futures = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                futures.add(append(storage));
            }
            assertThat(futures).noneMatch(CompletableFuture::isDone);
            release.countDown();
            futures.forEach(CompletableFuture::join);
            assertThat(disk.forces.get() - before).isBetween(1, 2);
            assertThat(storage.journal().lastSequence()).isEqualTo(201);
        }
    }

    @Test
    @DisplayName("acknowledges nothing before it is flushed")
    void flushFirst() {
        try (Storage storage = open(StorageSettings.in(directory))) {
            CountDownLatch release = holdFlush();
            CompletableFuture<AppendOutcome> future = append(storage);
            assertThatThrownBy(() -> future.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(storage.journal().lastSequence()).isZero();
            assertThat(Stores.records(storage)).isEmpty();
            release.countDown();
            future.join();
            assertThat(storage.journal().lastSequence()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("turns entries away when too many wait, and records all that it took")
    void busy() {
        try (Storage storage = open(Stores.small(directory))) {
            CountDownLatch release = holdFlush();
            List<CompletableFuture<AppendOutcome>> futures = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                futures.add(append(storage));
            }
            long refused = futures.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .count();
            assertThat(refused).isBetween(100L, 140L);
            release.countDown();
            futures.stream()
                    .filter(future -> !future.isCompletedExceptionally())
                    .forEach(CompletableFuture::join);
            assertThat(storage.journal().lastSequence()).isEqualTo(200 - refused);
            assertThat(futures.stream().filter(CompletableFuture::isCompletedExceptionally))
                    .allSatisfy(future -> assertThatThrownBy(future::join)
                            .isInstanceOf(CompletionException.class)
                            .hasCauseInstanceOf(JournalBusyException.class));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyDisk.Fault.class,
            names = {"HALF_A_WRITE", "FLUSH"})
    @DisplayName("stops for good when the disk fails; the next start has what was acknowledged, and goes on")
    void diskFails(FaultyDisk.Fault fault) {
        try (Storage storage = open(StorageSettings.in(directory))) {
            Stores.record(storage, Samples.certificate("4f01").issued());
            assertThat(storage.fault()).isEmpty();
            disk.fail(fault);
            assertThatThrownBy(() ->
                            Stores.record(storage, Samples.certificate("4f02").issued()))
                    .hasRootCauseInstanceOf(java.io.IOException.class);
            disk.fail(FaultyDisk.Fault.NONE);
            assertThat(storage.fault().orElseThrow())
                    .contains("has failed")
                    .contains("make sure that the disk")
                    .contains("restart");
            int writes = disk.writes.get();
            assertThatThrownBy(() -> Stores.record(storage, DECISION)).hasMessageContaining("restart");
            assertThat(disk.writes.get()).isEqualTo(writes);
            assertThat(storage.journal().lastSequence()).isEqualTo(1);
            assertThat(storage.ledger().find(Samples.certificate("4f02").serial()))
                    .isEmpty();
            assertThat(storage.ledger().find(Samples.certificate("4f01").serial()))
                    .isPresent();
        }
        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.journal().lastSequence()).isEqualTo(1);
            assertThat(Stores.record(storage, Samples.certificate("4f02").issued()))
                    .isEqualTo(2);
        }
    }

    @Test
    @DisplayName("fails everything that waits when the disk fails")
    void failsAllThatWait() {
        try (Storage storage = open(StorageSettings.in(directory))) {
            disk.fail(FaultyDisk.Fault.FLUSH);
            CountDownLatch release = holdFlush();
            List<CompletableFuture<AppendOutcome>> futures = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                futures.add(append(storage));
            }
            release.countDown();
            assertThat(futures)
                    .allSatisfy(future -> assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
                            .hasCauseInstanceOf(JournalFailedException.class));
        }
    }

    @Test
    @DisplayName("lets go of those who wait to read when the tables cannot be committed")
    void commitFails() {
        CrashPoints broken = point -> {
            if (point == CrashPoints.Point.AFTER_COMMIT) {
                throw new IllegalStateException("no commit");
            }
        };
        try (Storage storage =
                Storage.open(StorageSettings.in(directory), Stores.environment().with(broken))) {
            Stores.record(storage, Samples.certificate("4f01").issued());
            CompletableFuture<Boolean> found = CompletableFuture.supplyAsync(() ->
                    storage.ledger().find(Samples.certificate("4f01").serial()).isPresent());
            assertThat(found)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(JournalFaultException.class);
            assertThat(storage.fault()).isPresent();
        }
    }

    @Test
    @DisplayName("tells the watchdog which step does not come back")
    void watchdog() throws Exception {
        CompletableFuture<String> stuck = new CompletableFuture<>();
        StorageSettings impatient = new StorageSettings(directory, 2, 64, 16, 1 << 20, Duration.ofMillis(200));
        Environment environment = new Environment(
                        Stores.seal(),
                        Clock.systemUTC(),
                        (step, since) -> stuck.complete(step + " " + since.toSeconds()))
                .with(disk);
        try (Storage storage = Storage.open(impatient, environment)) {
            CountDownLatch release = holdFlush();
            CompletableFuture<AppendOutcome> future = append(storage);
            assertThat(stuck.get(30, TimeUnit.SECONDS)).startsWith("flush ");
            release.countDown();
            future.join();
        }
    }

    @Test
    @DisplayName("writes what waits before it closes, and refuses what comes later")
    void close() {
        List<CompletableFuture<AppendOutcome>> futures = new ArrayList<>();
        Storage storage = open(StorageSettings.in(directory));
        for (int i = 0; i < 300; i++) {
            futures.add(append(storage));
        }
        storage.close();
        assertThat(futures)
                .allSatisfy(future ->
                        assertThat(future).isCompletedWithValueMatching(AppendOutcome.Recorded.class::isInstance));
        assertThatThrownBy(() -> append(storage).get(10, TimeUnit.SECONDS)).hasMessageContaining("closed");
    }

    @Test
    @DisplayName("begins new files, and reads across them from anywhere")
    void segments() throws Exception {
        try (Storage storage = open(Stores.small(directory))) {
            for (int i = 0; i < 60; i++) {
                Stores.record(storage, DECISION);
            }
            assertThat(Segment.list(directory.resolve("journal"))).hasSizeGreaterThan(3);
            for (int from = 1; from <= 60; from++) {
                assertThat(storage.journal().page(from, 1).get(0).sequence()).isEqualTo(from);
            }
            assertThat(Stores.records(storage)).hasSize(60);
        }
        try (Storage storage = open(Stores.small(directory))) {
            assertThat(Stores.record(storage, DECISION)).isEqualTo(61);
        }
    }
}
