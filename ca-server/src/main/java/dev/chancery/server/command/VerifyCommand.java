package dev.chancery.server.command;

import dev.chancery.core.journal.JournalVerifier;
import dev.chancery.core.keys.Secret;
import dev.chancery.db.DataDirectoryInUseException;
import dev.chancery.db.JournalCorruptException;
import dev.chancery.db.Seal;
import dev.chancery.db.Storage;
import dev.chancery.db.StorageException;
import dev.chancery.db.StorageSettings;
import dev.chancery.db.Verified;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.ProgressBar;
import dev.chancery.server.command.report.Screen;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chancery verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Derives everything from the journal once more, and compares it with the database, the keys and the CRLs.",
            "Names the first thing that is wrong; exit code 0 only when nothing is.",
            "The server must be stopped."
        },
        footer = {"", "Examples:", "  ./chancery verify", "  ./chancery verify --data /srv/ca"})
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final OfflineOptions data = new OfflineOptions();

    VerifyCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, this::verify);
    }

    private void verify(Screen screen) {
        StorageSettings settings = data.settings();
        Secret passphrase = data.passphrase(here).orElseThrow(() -> data.noPassphrase(""));
        Seal seal = OfflineOptions.seal(passphrase, here);
        Verified verified = verify(screen, settings, seal);
        verified.problem().ifPresent(problem -> {
            throw CommandFailedException.refused("The first thing that is wrong: " + problem + "\nBefore it, "
                    + words(verified.tally()) + ".\nIf the journal is sound and the database is not, make it anew: "
                    + data.command("rebuild") + "\nIf the journal is damaged, bring it back from a backup.");
        });
        files(settings, seal, new KeptFiles(data.directory(), passphrase));
        screen.line("Nothing is wrong: " + words(verified.tally()) + ".");
    }

    private Verified verify(Screen screen, StorageSettings settings, Seal seal) {
        try (ProgressBar bar = new ProgressBar(screen.errors(), here.watched(), "records")) {
            return Storage.verify(settings, seal, bar::at);
        } catch (DataDirectoryInUseException | StorageException e) {
            throw CommandFailedException.refused(String.valueOf(e.getMessage()));
        }
    }

    /** What stands beside journal and database: the journal says which keys and CRLs there must be. */
    private void files(StorageSettings settings, Seal seal, KeptFiles files) {
        try (Storage storage = Storage.open(settings, seal, here.clock(), (step, since) -> {})) {
            files.firstProblem(storage.authorities(), storage.crlArchive()).ifPresent(problem -> {
                throw CommandFailedException.refused("The first thing that is wrong: " + problem);
            });
        } catch (DataDirectoryInUseException | JournalCorruptException | StorageException e) {
            throw CommandFailedException.refused(String.valueOf(e.getMessage()));
        }
    }

    private static String words(JournalVerifier.Tally tally) {
        return String.format(
                Locale.ROOT,
                "%,d records with %,d CAs, %,d certificates, %,d of them revoked, and %,d CRLs",
                tally.records(),
                tally.authorities(),
                tally.certificates(),
                tally.revoked(),
                tally.crls());
    }
}
