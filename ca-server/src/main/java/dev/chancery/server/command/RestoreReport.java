package dev.chancery.server.command;

import dev.chancery.db.JournalAtRest;
import dev.chancery.server.backup.BackupFacts;
import dev.chancery.server.backup.Restored;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Times;
import java.util.Locale;

/** Says what a restore did, and, where the journal was not at hand, exactly what may be missing. */
record RestoreReport(Restored restored, OfflineOptions data, Times times) {
    private static final int SHOWN = 20;

    void print(Screen screen) {
        restored.kept().ifPresentOrElse(end -> kept(screen, end), () -> fromBackup(screen));
        restored.aside().ifPresent(aside -> screen.line("What was replaced stands in " + aside + "."));
        if (restored.kept().isEmpty()) {
            screen.line("Check it: " + data.command("verify"));
        }
        screen.line("Start it: " + data.command("serve"));
    }

    private void kept(Screen screen, JournalAtRest.End end) {
        BackupFacts facts = restored.facts();
        screen.line(String.format(
                Locale.ROOT,
                "The journal in %s goes on from the backup's: it ends with record %,d of %s, the backup with record %,d."
                        + " It was kept, so nothing is lost.",
                data.directory(),
                end.sequence(),
                times.both(end.time()),
                facts.record()));
        screen.line(
                restored.restored().isEmpty()
                        ? "No other file was missing."
                        : "From the backup came: " + String.join(", ", restored.restored()) + ".");
        screen.line("A database that is missing or damaged is made from the journal when the server starts.");
    }

    private void fromBackup(Screen screen) {
        BackupFacts facts = restored.facts();
        screen.line(String.format(
                Locale.ROOT,
                "%s was restored from the backup. Its journal ends with record %,d of %s.",
                data.directory(),
                facts.record(),
                times.both(facts.time())));
        screen.note("""
                Whatever happened after that moment may be missing:
                  - certificates that were issued since are not known here; they stay valid, and cannot be revoked
                  - certificates that were revoked since count as good again: revoke them once more
                  - accounts, roles, passwords and tokens are as they were then; what was taken away since is back
                  - requests and decisions since then are gone""");
        if (restored.revoked() > 0) {
            screen.note("From the last published CRLs, " + restored.revoked() + " revocations were recorded again.");
        }
        lost(screen);
        restored.raised()
                .forEach(one -> screen.line("CRL numbers of " + one.scope() + " were raised from " + one.from() + " to "
                        + one.to() + ", above any that can have been published since. The next start publishes at"
                        + " once."));
    }

    private void lost(Screen screen) {
        if (restored.lost().isEmpty()) {
            return;
        }
        screen.note("The last published CRLs list " + restored.lost().size()
                + " certificates that the backup does not know. They will not be on the next CRL:");
        restored.lost().stream().limit(SHOWN).forEach(serial -> screen.note("  " + serial));
        if (restored.lost().size() > SHOWN) {
            screen.note("  and " + (restored.lost().size() - SHOWN) + " more");
        }
    }
}
