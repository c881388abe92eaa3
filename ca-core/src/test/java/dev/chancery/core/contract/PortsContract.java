package dev.chancery.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.AppendOutcome;
import dev.chancery.core.journal.AppendOutcome.Conflict;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.AppendOutcome.Recorded;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.memory.TestClock;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Opens fresh stores for each test, and says things the way the tests read best. */
public abstract class PortsContract {
    protected static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    protected static final Requester ALICE = requester("alice");

    protected final TestClock clock = new TestClock(NOW);
    private Ports ports;

    /** Empty stores. */
    protected abstract Ports open(Clock clock) throws Exception;

    @BeforeEach
    void openPorts() throws Exception {
        ports = open(clock);
    }

    @AfterEach
    void closePorts() {
        ports.close().run();
    }

    protected Ports ports() {
        return ports;
    }

    protected static Requester requester(String name) {
        return new Requester(name, Set.of(Role.REQUESTER), NameGrants.nothing(), "password");
    }

    protected AppendOutcome append(JournalEvent... events) {
        return await(ALICE, List.of(events));
    }

    protected AppendOutcome await(Requester actor, List<JournalEvent> events) {
        return ports.journal()
                .append(actor, events)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    /** @return the sequence of the entry's last record */
    protected long record(JournalEvent... events) {
        AppendOutcome outcome = append(events);
        assertThat(outcome).isInstanceOf(Recorded.class);
        return ((Recorded) outcome).sequence();
    }

    protected void refused(Kind kind, JournalEvent... events) {
        long before = ports.journal().lastSequence();
        assertThat(append(events)).isInstanceOfSatisfying(Conflict.class, conflict -> {
            assertThat(conflict.kind()).isEqualTo(kind);
            assertThat(conflict.detail()).isNotBlank();
        });
        assertThat(ports.journal().lastSequence()).isEqualTo(before);
    }
}
