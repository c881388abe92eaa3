package dev.chancery.server.backup;

import dev.chancery.db.JournalAtRest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a restore did.
 *
 * @param facts of the backup
 * @param kept the end of the journal that was at hand and was kept; empty when the backup's took its place
 * @param raised CRL numbers, where the journal was not at hand
 * @param revoked how many revocations came back from published CRLs
 * @param lost serials that a published CRL lists, of certificates that the backup does not know
 * @param restored names of what came from the backup
 * @param aside where what it replaced stands now
 */
public record Restored(
        BackupFacts facts,
        Optional<JournalAtRest.End> kept,
        List<Raised> raised,
        long revoked,
        List<String> lost,
        List<String> restored,
        Optional<Path> aside) {
    public Restored {
        raised = List.copyOf(raised);
        lost = List.copyOf(lost);
        restored = List.copyOf(restored);
    }

    /**
     * The next CRL has a number above {@code to}.
     *
     * @param from the highest that is known
     */
    public record Raised(String scope, String from, String to) {}
}
