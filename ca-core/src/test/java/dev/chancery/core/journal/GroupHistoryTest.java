package dev.chancery.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.contract.EveryEvent;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.journal.JournalEvent.GroupRemoved;
import dev.chancery.core.journal.JournalEvent.GroupSaved;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The history of groups")
final class GroupHistoryTest {
    private final GroupHistory history = new GroupHistory();

    private static AccountSaved alice(String... groups) {
        return new AccountSaved(EveryEvent.account("alice").inGroups(Set.of(groups)), "saved");
    }

    private static GroupSaved saved(String name) {
        return new GroupSaved(EveryEvent.group(name), "saved");
    }

    @Test
    @DisplayName("goes from made to joined, left and removed")
    void good() {
        for (JournalEvent event : new JournalEvent[] {
            saved("web"), alice("web"), saved("web"), alice(), new GroupRemoved("web", ""), saved("web"), alice("web")
        }) {
            assertThat(history.wrong(event)).isEmpty();
        }
    }

    @Test
    @DisplayName("knows no member of a group that is not there, and no group that goes with members")
    void impossible() {
        assertThat(history.wrong(alice("web")).orElseThrow()).contains("in the group web, which is unknown");
        assertThat(history.wrong(new GroupRemoved("web", "")).orElseThrow()).contains("unknown");
        history.wrong(saved("mail"));
        history.wrong(alice("mail"));
        assertThat(history.wrong(new GroupRemoved("mail", "")).orElseThrow()).contains("while alice is in it");
    }
}
