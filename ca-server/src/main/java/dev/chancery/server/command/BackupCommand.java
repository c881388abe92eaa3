package dev.chancery.server.command;

import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.Der;
import dev.chancery.db.JournalCorruptException;
import dev.chancery.server.backup.BackupFacts;
import dev.chancery.server.backup.BackupMaker;
import dev.chancery.server.backup.BackupRefusedException;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.files.OutputFile;
import dev.chancery.server.command.files.PartFile;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.ProgressBar;
import dev.chancery.server.command.report.Screen;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chancery backup}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes everything that must be kept into one encrypted file, while the server runs.",
            "Run it on the server's machine: keys never travel."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery backup /mnt/backup/ca.chancery",
            "  ./chancery backup ca.chancery --passphrase-file /root/backup.pass --force",
            "",
            "The file is CMS (RFC 5652) around a tar file; without Chancery:",
            "  openssl cms -decrypt -inform DER -in ca.chancery -out ca.tar \\",
            "          -pwri_password \"$(cat /root/backup.pass)\""
        })
final class BackupCommand extends OnlineCommand {
    private static final long KIB = 1024;

    @Parameters(paramLabel = "FILE", description = "The backup. It appears under this name when it is whole.")
    private Path file = Path.of("");

    @Mixin
    private final BackupPassphrase passphrase = new BackupPassphrase();

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    BackupCommand(Surroundings here) {
        super(here);
    }

    @Override
    void checkUsage() {
        if (server.isElsewhere()) {
            throw wrongUsage("backup takes the CA's keys from the data directory, and they never travel. Run it on the"
                    + " server's machine, with --data DIR instead of --server.");
        }
        if (json) {
            throw wrongUsage("backup has no --json.");
        }
        new OutputFile(file, force).check();
    }

    @Override
    void run(ApiClient api, Screen screen) {
        Secret secret = passphrase.choose(here);
        PartFile part = new PartFile(new OutputFile(file, force));
        try {
            BackupFacts facts = write(api, screen, part, secret);
            check(screen, part.path(), secret, facts);
            part.adopt();
            tell(screen, facts);
        } catch (BackupRefusedException e) {
            throw CommandFailedException.refused(String.valueOf(e.getMessage()));
        } catch (JournalCorruptException e) {
            throw CommandFailedException.refused("The journal is damaged, so there is no backup of it: "
                    + e.getMessage() + "\nStop the server and look: " + server.command("verify"));
        } catch (IOException e) {
            throw CommandFailedException.refused("The backup was not made: " + e.getMessage());
        } finally {
            part.discard();
        }
    }

    private BackupFacts write(ApiClient api, Screen screen, PartFile part, Secret secret) throws IOException {
        BackupMaker maker = new BackupMaker(server.dataDirectory(), here.random());
        long size = maker.size();
        try (ProgressBar checked = new ProgressBar(screen.errors(), here.watched(), "records checked");
                ProgressBar written = new ProgressBar(screen.errors(), here.watched(), "KiB written");
                OutputStream out = part.open(octets -> written.at(octets / KIB, Math.max(octets, size) / KIB))) {
            return maker.write(out, secret, here.clock().instant(), () -> mark(api), checked::at);
        }
    }

    /** Also tells the journal that a backup was made, and by whom. */
    private BackupFacts mark(ApiClient api) {
        Fields mark = Fields.of(api.demand(ApiRequest.post("backup")));
        return new BackupFacts(
                here.clock().instant(),
                Long.parseLong(mark.text("record")),
                mark.instant("time"),
                Der.fromHex(mark.text("hash")));
    }

    /** As a restore will read it: a backup that nobody has read is a hope. */
    private void check(Screen screen, Path part, Secret secret, BackupFacts facts) throws IOException {
        long size = Files.size(part);
        try (ProgressBar bar = new ProgressBar(screen.errors(), here.watched(), "KiB read back");
                InputStream in = new BufferedInputStream(Files.newInputStream(part), 1 << 16)) {
            BackupFacts found = BackupMaker.check(in, secret, octets -> bar.at(octets / KIB, size / KIB));
            if (!found.equals(facts)) {
                throw new IOException("what was written to " + part + " reads back as something else");
            }
        }
    }

    private void tell(Screen screen, BackupFacts facts) throws IOException {
        screen.line(String.format(
                Locale.ROOT,
                "Backed up to %s, %,d KiB: the journal up to record %,d, keys, settings, profiles and CRLs.",
                file,
                Math.max(1, Files.size(file) / KIB),
                facts.record()));
        if (!Files.exists(server.dataDirectory().resolve("keys").resolve("passphrase"))) {
            screen.note(
                    "The passphrase of the key files is not in it: the server has it from CHANCERY_PASSPHRASE.\nKeep"
                            + " it with the passphrase of this backup.");
        }
        screen.line("It was read back and is whole. Keep it on another machine, and its passphrase in a third place.");
        screen.line("What is in it: ./chancery restore " + file + " --check");
    }
}
