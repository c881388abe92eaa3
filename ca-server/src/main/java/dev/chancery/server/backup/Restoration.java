package dev.chancery.server.backup;

import dev.chancery.core.keys.Passphrase;
import dev.chancery.core.keys.Secret;
import dev.chancery.db.DirectoryLock;
import dev.chancery.db.JournalAtRest;
import dev.chancery.db.JournalCorruptException;
import dev.chancery.db.Progress;
import dev.chancery.db.Seal;
import dev.chancery.db.Storage;
import dev.chancery.db.StorageSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Brings a backup back into a data directory whose server is stopped. Everything is unpacked and judged beside it first;
 * until the last step nothing in the data directory changes, and nothing is ever deleted there.
 */
public final class Restoration {
    private final Path data;
    private final Clock clock;
    private final SecureRandom random;
    private final Optional<Secret> keyPassphrase;
    private final boolean replaceFork;

    /**
     * @param keyPassphrase of the key files, where it is not kept with them
     * @param replaceFork whether a journal that contradicts the backup, or is broken, is moved aside instead of refused
     */
    public Restoration(
            Path data, Clock clock, SecureRandom random, Optional<Secret> keyPassphrase, boolean replaceFork) {
        this.data = data;
        this.clock = clock;
        this.random = random;
        this.keyPassphrase = keyPassphrase;
        this.replaceFork = replaceFork;
    }

    /** How far it has come, each part in its own unit. */
    public interface Watcher {
        Progress unpacked();

        Progress replayed();
    }

    /** Whether an earlier restore into this directory was cut short. */
    public static boolean isPending(Path data) {
        return Placement.isPending(data);
    }

    /** Completes it. @return where the old files are, if there were any */
    public static Optional<Path> resume(Path data) throws IOException {
        return Placement.resume(data).map(Placement::aside).filter(Files::exists);
    }

    /**
     * Restores.
     *
     * @throws BackupRefusedException when the archive is not whole and authentic, or contradicts what is at hand
     * @throws dev.chancery.db.DataDirectoryInUseException when the server runs
     */
    public Restored run(Path archive, Secret passphrase, Watcher watcher) throws IOException {
        Workplace workplace = Workplace.of(data, clock.instant());
        DirectoryLock lock = DirectoryLock.hold(data);
        try (lock) {
            StagedFiles staged = workplace.stage();
            try {
                BackupFacts facts = unpack(archive, passphrase, staged, watcher.unpacked());
                return place(facts, staged, workplace, watcher.replayed());
            } finally {
                if (!isPending(data)) {
                    staged.delete();
                }
            }
        }
    }

    private static BackupFacts unpack(Path archive, Secret passphrase, StagedFiles staged, Progress progress)
            throws IOException {
        long size = Files.size(archive);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), EnvelopeOutput.PIECE);
                InputStream in = new CountedInput(file, octets -> progress.at(octets, size))) {
            return BackupInput.read(in, passphrase, staged);
        }
    }

    private Restored place(BackupFacts facts, StagedFiles staged, Workplace workplace, Progress replayed)
            throws IOException {
        JournalAtRest backup = new JournalAtRest(staged.root().resolve("journal"));
        JournalAtRest.End last = end(backup, facts);
        JournalAtRest present = new JournalAtRest(data.resolve("journal"));
        AtHand atHand = AtHand.judge(present, backup, last);
        refuse(atHand);
        if (!atHand.replaced()) {
            return fill(facts, staged, workplace, atHand.end());
        }
        Storage.rebuild(StorageSettings.in(staged.root()), seal(staged), clock, replayed);
        boolean readable = atHand.kind() == AtHand.Kind.FORKED || atHand.kind() == AtHand.Kind.BEHIND;
        RestoredJournal mended = mend(
                facts,
                staged,
                readable
                        ? Optional.of(new RestoredJournal.Discarded(
                                present, atHand.end().sequence()))
                        : Optional.empty());
        // The next start publishes at once; an old CRL must not be served before that.
        staged.delete("crl");
        boolean everything = atHand.kind() == AtHand.Kind.FORKED || atHand.kind() == AtHand.Kind.DAMAGED;
        return replace(facts, staged, workplace, mended, everything);
    }

    private static JournalAtRest.End end(JournalAtRest backup, BackupFacts facts) throws IOException {
        try {
            JournalAtRest.End end = backup.end();
            if (end.sequence() == facts.record() && end.hash().equals(facts.hash())) {
                return end;
            }
        } catch (JournalCorruptException e) {
            throw new BackupRefusedException("The journal in the backup is broken: " + e.getMessage());
        }
        throw new BackupRefusedException(
                "The journal in the backup does not end with record " + facts.record() + ", as the backup says.");
    }

    private void refuse(AtHand atHand) {
        if (replaceFork) {
            return;
        }
        String then = "\nNothing was changed. To restore the backup all the same, and move everything that is now in "
                + data + " aside, use --move-aside.";
        if (atHand.kind() == AtHand.Kind.FORKED) {
            throw new BackupRefusedException("The journal in " + data
                    + " is not the one of the backup: each has records that the other lacks. " + atHand.words() + then);
        }
        if (atHand.kind() == AtHand.Kind.DAMAGED) {
            throw new BackupRefusedException("The journal in " + data + " is damaged: " + atHand.words()
                    + "\nIts sound part may hold certificates and revocations that the backup lacks." + then);
        }
    }

    private Seal seal(StagedFiles staged) {
        Path file = staged.root().resolve("keys").resolve("passphrase");
        Secret secret = keyPassphrase
                .or(() -> Files.exists(file) ? Optional.of(Passphrase.readFile(file)) : Optional.empty())
                .orElseThrow(() -> new BackupRefusedException("The backup holds no passphrase of the key files, because"
                        + " the server had it from the environment variable CHANCERY_PASSPHRASE. Set it, and restore"
                        + " again."));
        char[] characters = secret.reveal();
        try {
            return Seal.of(characters, random);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private RestoredJournal mend(BackupFacts facts, StagedFiles staged, Optional<RestoredJournal.Discarded> other) {
        List<PublishedCrls> published =
                List.of(new PublishedCrls(staged.root().resolve("crl")), new PublishedCrls(data.resolve("crl")));
        try (Storage storage =
                Storage.open(StorageSettings.in(staged.root()), seal(staged), clock, (step, since) -> {})) {
            RestoredJournal mended = new RestoredJournal(storage, published, facts);
            mended.mend(other);
            return mended;
        }
    }

    /** The journal at hand stays; what is missing or of no use beside it comes from the backup. */
    private Restored fill(BackupFacts facts, StagedFiles staged, Workplace workplace, JournalAtRest.End end)
            throws IOException {
        List<String> names = staged.names().stream()
                .filter(name -> !name.startsWith("journal/") && !name.startsWith("crl/"))
                .toList();
        List<String> wanted = new ArrayList<>(new KeptKeys(data, staged.root(), keyPassphrase)
                .unusable(
                        names.stream().filter(name -> name.startsWith("keys/")).toList()));
        names.stream()
                .filter(name -> !wanted.contains(name) && !Files.exists(data.resolve(name)))
                .forEach(wanted::add);
        List<String> different = different(wanted, staged);
        Placement placement = workplace.placement(staged, present(different), different);
        placement.run();
        return restored(facts, Optional.of(end), Optional.empty(), different, placement);
    }

    private Restored replace(
            BackupFacts facts, StagedFiles staged, Workplace workplace, RestoredJournal mended, boolean everything)
            throws IOException {
        if (workplace.isEmpty()) {
            Placement.whole(staged, workplace.data());
            return restored(facts, Optional.empty(), Optional.of(mended), List.of(), workplace.nothing(staged));
        }
        List<String> wanted = new ArrayList<>(List.of("journal", "db"));
        staged.names().stream()
                .filter(name -> !name.startsWith("journal/") && !name.startsWith("db/"))
                .forEach(wanted::add);
        List<String> different = different(wanted, staged);
        List<String> old = everything ? workplace.everything() : new ArrayList<>(different);
        if (!everything) {
            old.add("crl");
        }
        Placement placement = workplace.placement(staged, present(old), everything ? wanted : different);
        placement.run();
        return restored(facts, Optional.empty(), Optional.of(mended), placement.restored(), placement);
    }

    private List<String> present(List<String> names) {
        return names.stream().filter(name -> Files.exists(data.resolve(name))).toList();
    }

    private List<String> different(List<String> names, StagedFiles staged) throws IOException {
        List<String> different = new ArrayList<>();
        for (String name : names) {
            Path there = data.resolve(name);
            Path here = staged.root().resolve(name);
            if (!Files.isRegularFile(there) || !Files.isRegularFile(here) || Files.mismatch(there, here) >= 0) {
                different.add(name);
            }
        }
        return different;
    }

    private static Restored restored(
            BackupFacts facts,
            Optional<JournalAtRest.End> kept,
            Optional<RestoredJournal> mended,
            List<String> names,
            Placement placement) {
        return new Restored(
                facts,
                kept,
                mended.map(RestoredJournal::raised).orElse(List.of()),
                mended.map(RestoredJournal::revoked).orElse(0L),
                mended.map(RestoredJournal::lost).orElse(List.of()),
                names,
                Optional.of(placement.aside()).filter(Files::exists));
    }
}
