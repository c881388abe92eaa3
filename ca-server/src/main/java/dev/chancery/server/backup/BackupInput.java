package dev.chancery.server.backup;

import dev.chancery.core.keys.Secret;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads a backup from its first octet to its last. */
final class BackupInput {
    /** The facts are a few lines; the sums have a line of 170 octets at most for each file. */
    private static final int LARGEST_IN_MEMORY = 64 << 20;

    private final TarInput tar;
    private final Target target;
    private final StringBuilder sums = new StringBuilder();
    private final Set<String> names = new HashSet<>();
    private Optional<BackupFacts> facts = Optional.empty();

    /** Where the files go. What it was given counts only when {@link #read} has returned. */
    @FunctionalInterface
    interface Target {
        OutputStream file(String name) throws IOException;

        /** For a check: nothing is kept. */
        static Target none() {
            return name -> OutputStream.nullOutputStream();
        }
    }

    private BackupInput(TarInput tar, Target target) {
        this.tar = tar;
        this.target = target;
    }

    /** @throws BackupRefusedException when the passphrase is another one, or any octet is missing or was changed */
    static BackupFacts read(InputStream in, Secret passphrase, Target target) throws IOException {
        try {
            return new BackupInput(new TarInput(new EnvelopeInput(in, passphrase)), target).run();
        } catch (EOFException e) {
            throw new BackupRefusedException("The backup's tar file ends too early.");
        }
    }

    private BackupFacts run() throws IOException {
        boolean whole = false;
        for (Optional<TarInput.Entry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            if (whole || !BackupArchive.holds(entry.get().name())) {
                throw new BackupRefusedException("The backup holds a file that does not belong there: "
                        + entry.get().name());
            }
            whole = take(entry.get());
        }
        if (!whole || facts.isEmpty()) {
            throw new BackupRefusedException(
                    "The backup lacks its " + BackupArchive.FACTS + " or its " + BackupArchive.SUMS + ".");
        }
        return facts.get();
    }

    /** True when it was the last one. */
    private boolean take(TarInput.Entry entry) throws IOException {
        if (entry.name().equals(BackupArchive.SUMS)) {
            if (!new String(inMemory(entry), StandardCharsets.UTF_8).equals(sums.toString())) {
                throw new BackupRefusedException(
                        "The backup's files do not have the hashes that stand in its " + BackupArchive.SUMS + ".");
            }
            return true;
        }
        if (!names.add(entry.name())) {
            throw new BackupRefusedException("The backup holds the file " + entry.name() + " twice.");
        }
        if (entry.name().equals(BackupArchive.FACTS)) {
            byte[] json = inMemory(entry);
            sums.append(BackupOutput.sumLine(BackupOutput.sha256().digest(json), entry.name()));
            facts = Optional.of(BackupFacts.read(json));
        } else {
            copy(entry);
        }
        return false;
    }

    private void copy(TarInput.Entry entry) throws IOException {
        MessageDigest digest = BackupOutput.sha256();
        try (OutputStream out = target.file(entry.name())) {
            tar.content(entry, (octets, length) -> {
                digest.update(octets, 0, length);
                out.write(octets, 0, length);
            });
        }
        sums.append(BackupOutput.sumLine(digest.digest(), entry.name()));
    }

    private byte[] inMemory(TarInput.Entry entry) throws IOException {
        if (entry.length() > LARGEST_IN_MEMORY) {
            throw new BackupRefusedException("The backup's " + entry.name() + " is too large.");
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        tar.content(entry, (octets, length) -> content.write(octets, 0, length));
        return content.toByteArray();
    }
}
