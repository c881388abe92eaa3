package dev.chancery.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.AppendOutcome.Recorded;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.Decision;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.x509.Der;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a {@link dev.chancery.core.journal.Journal} promises. */
@DisplayName("A journal")
public abstract class JournalContract extends PortsContract {
    private static final Decision SIGN_IN =
            new Decision("sign-in", "alice", "from 10.0.0.7 with \"quotes\"\nand ümläuts");

    private List<JournalRecord> records() {
        List<JournalRecord> records = new ArrayList<>();
        ports().journal().read(1, records::add);
        return records;
    }

    @Test
    @DisplayName("is empty at first")
    void empty() {
        assertThat(ports().journal().lastSequence()).isZero();
        assertThat(ports().journal().lastTime()).isEmpty();
        assertThat(records()).isEmpty();
    }

    @Test
    @DisplayName("gives an event back with its place, its time and who did it by which means")
    void readsBack() {
        assertThat(record(SIGN_IN)).isEqualTo(1);

        JournalRecord stored = records().get(0);
        assertThat(stored.sequence()).isEqualTo(1);
        assertThat(stored.time()).isEqualTo(NOW);
        assertThat(stored.actor()).isEqualTo("alice");
        assertThat(stored.means()).isEqualTo("password");
        assertThat(stored.event()).isEqualTo(SIGN_IN);
        assertThat(ports().journal().lastTime()).contains(NOW);
    }

    @Test
    @DisplayName("gives every kind of event back as it was")
    void everyKind() {
        List<JournalEvent> events = EveryEvent.inOrder();
        events.forEach(this::record);
        assertThat(records()).extracting(JournalRecord::event).containsExactlyElementsOf(events);
        assertThat(events.stream().map(JournalEvent::getClass).distinct())
                .as("kinds of events that this test stores")
                .hasSize(JournalEvent.class.getPermittedSubclasses().length);
    }

    @Test
    @DisplayName("chains each record to the one before it")
    void chain() {
        IntStream.range(0, 5).forEach(i -> record(SIGN_IN));

        Der previous = Der.ofOwned(new byte[32]);
        long sequence = 1;
        for (JournalRecord stored : records()) {
            assertThat(stored.sequence()).isEqualTo(sequence++);
            assertThat(stored.previous()).isEqualTo(previous);
            assertThat(stored.hash().length()).isEqualTo(32);
            previous = stored.hash();
        }
        assertThat(new HashSet<>(records().stream().map(JournalRecord::hash).toList()))
                .hasSize(5);
    }

    @Test
    @DisplayName("records all events of an entry in order, and answers with the last one's sequence")
    void entryOfSeveral() {
        Decision second = new Decision("sign-out", "alice", "");
        assertThat(record(SIGN_IN, second)).isEqualTo(2);
        assertThat(records()).extracting(JournalRecord::event).containsExactly(SIGN_IN, second);
    }

    @Test
    @DisplayName("records nothing of an entry when one of its events is in conflict")
    void allOrNothing() {
        var certificate = Samples.certificate("4f01");
        var other = Samples.certificate("4f02");
        record(certificate.issued());

        refused(Kind.DUPLICATE_SERIAL, SIGN_IN, other.issued(), certificate.issued());

        assertThat(records()).hasSize(1);
        assertThat(ports().ledger().find(other.serial())).isEmpty();
        record(other.issued());
        assertThat(ports().ledger().find(other.serial())).isPresent();
    }

    @Test
    @DisplayName("sees the earlier events of the same entry when it checks the later ones")
    void laterSeeEarlier() {
        var certificate = Samples.certificate("4f01");
        refused(Kind.DUPLICATE_SERIAL, certificate.issued(), certificate.issued());
        record(certificate.issued(), certificate.revoked(dev.chancery.core.x509.RevocationReason.SUPERSEDED, NOW));
        assertThat(ports().ledger().find(certificate.serial()).orElseThrow().revocation())
                .isPresent();
    }

    @Test
    @DisplayName("refuses an entry without events")
    void emptyEntry() {
        assertThatThrownBy(() -> ports().journal().append(ALICE, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("reads from any sequence on")
    void readsFrom() {
        IntStream.range(0, 5).forEach(i -> record(SIGN_IN));
        for (long from = -1; from <= 7; from++) {
            List<Long> sequences = new ArrayList<>();
            ports().journal().read(from, stored -> sequences.add(stored.sequence()));
            long first = Math.max(1, from);
            assertThat(sequences)
                    .isEqualTo(java.util.stream.LongStream.rangeClosed(first, 5)
                            .boxed()
                            .toList());
        }
    }

    @Test
    @DisplayName("never lets time go backwards between its records")
    void timeIsMonotonic() {
        record(SIGN_IN);
        clock.advance(Duration.ofHours(-1));
        record(SIGN_IN);
        clock.advance(Duration.ofHours(2));
        record(SIGN_IN);
        assertThat(records()).extracting(JournalRecord::time).containsExactly(NOW, NOW, NOW.plus(Duration.ofHours(1)));
    }

    @Test
    @DisplayName("takes entries from many threads, loses none and mixes none up")
    void concurrent() {
        List<CompletableFuture<AppendOutcome>> futures = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> ports().journal()
                        .append(requester("user" + i), new Decision("sign-in", "user" + i, Integer.toString(i))))
                .toList();
        Set<Long> sequences = new HashSet<>();
        futures.forEach(future -> sequences.add(((Recorded) future.join()).sequence()));

        assertThat(sequences).hasSize(400);
        assertThat(ports().journal().lastSequence()).isEqualTo(400);
        assertThat(records())
                .hasSize(400)
                .allSatisfy(stored ->
                        assertThat(((Decision) stored.event()).object()).isEqualTo(stored.actor()));
    }

    @Test
    @DisplayName("lets exactly one of many concurrent uses of a serial or an idempotency key win")
    void concurrentConflicts() {
        List<CompletableFuture<AppendOutcome>> futures = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            futures.add(
                    ports().journal().append(ALICE, Samples.certificate("4f01").issued()));
            futures.add(ports().journal()
                    .append(
                            ALICE,
                            Samples.certificate("5f%02x".formatted(i))
                                    .keyed("once")
                                    .issued()));
        }
        long recorded = futures.stream()
                .map(CompletableFuture::join)
                .filter(Recorded.class::isInstance)
                .count();
        assertThat(recorded).isEqualTo(2);
        assertThat(records()).hasSize(2);
    }

    @Test
    @DisplayName("gives request numbers that rise and are never given twice")
    void requestIds() {
        long first = ports().journal().nextRequestId();
        assertThat(first).isPositive();
        assertThat(ports().journal().nextRequestId()).isGreaterThan(first);
    }
}
