package dev.chancery.server.command;

import dev.chancery.db.DataDirectoryInUseException;
import dev.chancery.db.JournalCorruptException;
import dev.chancery.db.Rebuilt;
import dev.chancery.db.Seal;
import dev.chancery.db.Storage;
import dev.chancery.db.StorageException;
import dev.chancery.db.StorageSettings;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.ProgressBar;
import dev.chancery.server.command.report.Screen;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chancery rebuild}. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the database anew from the journal, which is the truth. The old one is kept beside it.",
            "The server must be stopped."
        },
        footer = {"", "Examples:", "  ./chancery rebuild", "  ./chancery rebuild --data /srv/ca"})
final class RebuildCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final OfflineOptions data = new OfflineOptions();

    @Option(
            names = "--passphrase-lost",
            description = "Go on without the passphrase: accounts lose their passwords and tokens.")
    private boolean passphraseLost;

    RebuildCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, this::rebuild);
    }

    private void rebuild(Screen screen) {
        StorageSettings settings = data.settings();
        Rebuilt rebuilt = rebuild(screen, settings, passphraseLost ? Seal.lost() : seal());
        screen.line(String.format(
                Locale.ROOT,
                "The database was made anew from %,d records of the journal. The old one is kept in %s.",
                rebuilt.records(),
                settings.dataDirectory().resolve("db")));
        if (!rebuilt.accountsWithoutSecrets().isEmpty()) {
            screen.note("The passphrase does not open the passwords and tokens of "
                    + String.join(", ", rebuilt.accountsWithoutSecrets())
                    + ".\nNobody can sign in with them until an admin sets a new password: "
                    + data.command("user password USER"));
        }
        screen.line("Check it: " + data.command("verify"));
    }

    private Seal seal() {
        return data.passphrase(here)
                .map(passphrase -> OfflineOptions.seal(passphrase, here))
                .orElseThrow(
                        () -> data.noPassphrase(
                                "\nIf it is lost for good, go on with --passphrase-lost: accounts lose their passwords and tokens."));
    }

    private Rebuilt rebuild(Screen screen, StorageSettings settings, Seal seal) {
        try (ProgressBar bar = new ProgressBar(screen.errors(), here.watched(), "records")) {
            return Storage.rebuild(settings, seal, here.clock(), bar::at);
        } catch (JournalCorruptException e) {
            throw CommandFailedException.refused("The journal is damaged, so the database was left as it is: "
                    + e.getMessage() + "\nBring the journal back from a backup.");
        } catch (DataDirectoryInUseException | StorageException e) {
            throw CommandFailedException.refused(String.valueOf(e.getMessage()));
        }
    }
}
