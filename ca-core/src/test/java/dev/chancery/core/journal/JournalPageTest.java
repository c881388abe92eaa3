package dev.chancery.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Requester;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.TestClock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page of the journal")
class JournalPageTest {
    private final Journal journal = new MemoryStores(new TestClock(Instant.EPOCH)).journal();

    @BeforeEach
    void fiveRecords() {
        for (int i = 1; i <= 5; i++) {
            journal.append(Requester.system(), new JournalEvent.Decision("noted", "page", Integer.toString(i)))
                    .join();
        }
    }

    @Test
    @DisplayName("begins where it is told and stops when it is full")
    void stopsWhenFull() {
        assertThat(journal.page(2, 3)).extracting(JournalRecord::sequence).containsExactly(2L, 3L, 4L);
    }

    @Test
    @DisplayName("is shorter at the end and empty behind it")
    void endsWithTheJournal() {
        assertThat(journal.page(4, 3)).extracting(JournalRecord::sequence).containsExactly(4L, 5L);
        assertThat(journal.page(6, 3)).isEmpty();
    }

    @Test
    @DisplayName("has at least one record")
    void wantsOne() {
        assertThatThrownBy(() -> journal.page(1, 0)).hasMessageContaining("at least one record");
    }
}
