package dev.chancery.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link dev.chancery.core.journal.Authorities} promise. */
@DisplayName("Authorities")
public abstract class AuthoritiesContract extends PortsContract {
    private static List<AuthorityAdded> samples() {
        return EveryEvent.inOrder().stream()
                .filter(AuthorityAdded.class::isInstance)
                .map(AuthorityAdded.class::cast)
                .toList();
    }

    @Test
    @DisplayName("are listed as they joined, in that order")
    void all() {
        assertThat(ports().authorities().all()).isEmpty();
        samples().forEach(this::record);
        assertThat(samples()).extracting(AuthorityAdded::name).containsExactly("root", "issuing");
        assertThat(ports().authorities().all()).isEqualTo(samples());
    }

    @Test
    @DisplayName("have a name that nobody else can take")
    void uniqueName() {
        JournalEvent root = samples().get(0);
        record(root);
        refused(Kind.DUPLICATE_AUTHORITY, root);
        assertThat(ports().authorities().all()).hasSize(1);
    }
}
