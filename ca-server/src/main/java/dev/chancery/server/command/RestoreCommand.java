package dev.chancery.server.command;

import dev.chancery.core.keys.KeyUnavailableException;
import dev.chancery.core.keys.Secret;
import dev.chancery.db.DataDirectoryInUseException;
import dev.chancery.db.JournalCorruptException;
import dev.chancery.db.Progress;
import dev.chancery.db.StorageException;
import dev.chancery.server.backup.BackupFacts;
import dev.chancery.server.backup.BackupMaker;
import dev.chancery.server.backup.BackupRefusedException;
import dev.chancery.server.backup.Restoration;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.ProgressBar;
import dev.chancery.server.command.report.Screen;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Brings a backup back. The server must be stopped.",
            "A journal that is still there and goes on where the backup ends is kept:",
            "nothing that was revoked since comes back to life."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery restore ca.chancery --check",
            "  ./chancery restore ca.chancery --data /srv/ca",
            "  ./chancery restore ca.chancery --passphrase-file /root/backup.pass"
        })
final class RestoreCommand implements Callable<Integer> {
    private static final long KIB = 1024;

    private final Surroundings here;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What ./chancery backup made.")
    private Path file = Path.of("");

    @Mixin
    private final OfflineOptions data = new OfflineOptions();

    @Mixin
    private final BackupPassphrase passphrase = new BackupPassphrase();

    @Option(names = "--check", description = "Only say what the backup holds and that it is whole; change nothing.")
    private boolean check;

    @Option(
            names = "--move-aside",
            description =
                    "If the data directory holds another journal than the backup's, or a broken one, move all that"
                            + " is in it aside. Nothing is deleted.")
    private boolean moveAside;

    RestoreCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, this::run);
    }

    private void run(Screen screen) {
        try {
            if (check) {
                check(screen);
            } else if (Restoration.isPending(data.directory())) {
                complete(screen);
            } else {
                restore(screen);
            }
        } catch (NoSuchFileException e) {
            throw CommandFailedException.refused("There is no file " + e.getFile() + ".");
        } catch (BackupRefusedException
                | DataDirectoryInUseException
                | JournalCorruptException
                | KeyUnavailableException
                | StorageException e) {
            throw CommandFailedException.refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandFailedException.refused("The backup was not restored: " + e.getMessage()
                    + (Restoration.isPending(data.directory())
                            ? "\nSome of it is in place already. When the cause is mended, run the same command again: it"
                                    + " completes the rest."
                            : "\nNothing was changed."));
        }
    }

    private void check(Screen screen) throws IOException {
        long size = readable();
        try (ProgressBar bar = new ProgressBar(screen.errors(), here.watched(), "KiB read");
                InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            BackupFacts facts = BackupMaker.check(in, passphrase.of(here), octets -> bar.at(octets / KIB, size / KIB));
            screen.line(file + " is whole. It was made " + here.times().both(facts.made()) + ".");
            screen.line(String.format(
                    Locale.ROOT,
                    "Its journal ends with record %,d of %s.",
                    facts.record(),
                    here.times().both(facts.time())));
        }
    }

    private void complete(Screen screen) throws IOException {
        Restoration.resume(data.directory())
                .ifPresent(aside -> screen.line("What was replaced stands in " + aside + "."));
        screen.line("A restore into " + data.directory() + " had been cut short; it is complete now.");
        screen.line("Check it: " + data.command("verify"));
    }

    private void restore(Screen screen) throws IOException {
        long size = readable();
        Secret secret = passphrase.of(here);
        try (ProgressBar unpacked = new ProgressBar(screen.errors(), here.watched(), "KiB unpacked");
                ProgressBar replayed = new ProgressBar(screen.errors(), here.watched(), "records")) {
            Restoration restoration =
                    new Restoration(data.directory(), here.clock(), here.random(), data.given(here), moveAside);
            Restoration.Watcher watcher = new Restoration.Watcher() {
                @Override
                public Progress unpacked() {
                    return (octets, total) -> unpacked.at(octets / KIB, size / KIB);
                }

                @Override
                public Progress replayed() {
                    unpacked.wipe();
                    return replayed::at;
                }
            };
            RestoreReport report = new RestoreReport(restoration.run(file, secret, watcher), data, here.times());
            replayed.wipe();
            report.print(screen);
        }
    }

    private long readable() throws IOException {
        if (Files.isDirectory(file)) {
            throw CommandFailedException.refused(file + " is a directory. Name the file that ./chancery backup made.");
        }
        return Files.size(file);
    }
}
