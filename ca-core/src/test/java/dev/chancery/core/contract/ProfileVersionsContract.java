package dev.chancery.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.JournalEvent.ProfileRemoved;
import dev.chancery.core.journal.JournalEvent.ProfileSaved;
import dev.chancery.core.journal.ProfileVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link dev.chancery.core.journal.ProfileVersions} promise. */
@DisplayName("Versions of profiles")
public abstract class ProfileVersionsContract extends PortsContract {
    private static ProfileSaved saved(String name, int version, String text) {
        return ProfileSaved.of(name, version, text, "because of " + version);
    }

    @Test
    @DisplayName("are kept with their whole text, who saved them, when and why, the newest first")
    void all() {
        assertThat(ports().profileVersions().all("web")).isEmpty();
        assertThat(ports().profileVersions().newest()).isEmpty();
        record(saved("web", 1, "one\n"));
        record(saved("mail", 1, "mail\n"));
        long sequence = record(saved("web", 2, "two\n"));

        assertThat(ports().profileVersions().all("web"))
                .extracting(ProfileVersion::number)
                .containsExactly(2, 1);
        assertThat(ports().profileVersions().newest("web"))
                .contains(new ProfileVersion("web", 2, Optional.of("two\n"), sequence, NOW, "alice", "because of 2"));
        assertThat(ports().profileVersions().find("web", 1).flatMap(ProfileVersion::text))
                .contains("one\n");
        assertThat(ports().profileVersions().find("web", 3)).isEmpty();
        assertThat(ports().profileVersions().newest())
                .extracting(ProfileVersion::name, ProfileVersion::number)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("mail", 1),
                        org.assertj.core.api.Assertions.tuple("web", 2));
    }

    @Test
    @DisplayName("follow each other without a gap: whoever saves over another's change is refused")
    void inOrder() {
        refused(Kind.PROFILE_CHANGED, saved("web", 2, "two\n"));
        record(saved("web", 1, "one\n"));
        refused(Kind.PROFILE_CHANGED, saved("web", 1, "another one\n"));
        refused(Kind.PROFILE_CHANGED, saved("web", 3, "three\n"));
        record(saved("web", 2, "two\n"), saved("web", 3, "three\n"));
    }

    @Test
    @DisplayName("go on after a removal, which is one of them")
    void removal() {
        refused(Kind.PROFILE_CHANGED, new ProfileRemoved("web", 1, ""));
        record(saved("web", 1, "one\n"));
        refused(Kind.PROFILE_CHANGED, new ProfileRemoved("web", 3, ""));
        record(new ProfileRemoved("web", 2, "nobody needs it"));
        assertThat(ports().profileVersions().newest("web").filter(ProfileVersion::removal))
                .isPresent();
        refused(Kind.PROFILE_CHANGED, new ProfileRemoved("web", 3, ""));
        record(saved("web", 3, "one\n"));
        assertThat(ports().profileVersions().all("web"))
                .extracting(ProfileVersion::removal)
                .containsExactly(false, true, false);
    }

    @Test
    @DisplayName("stand in the certificates that they made, and in no others")
    void certificates() {
        var old = Samples.certificate("4f01");
        var made = Samples.certificate("4f02").made(7);
        record(old.issued(), made.issued());
        List<OptionalInt> versions = List.of(
                ports().ledger().find(old.serial()).orElseThrow().profileVersion(),
                ports().ledger().find(made.serial()).orElseThrow().profileVersion());
        assertThat(versions).containsExactly(OptionalInt.empty(), OptionalInt.of(7));
    }
}
