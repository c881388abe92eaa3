package dev.chancery.server.backup;

import dev.chancery.core.keys.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/** A backup that is being written, file by file. It is one only when it was finished. */
final class BackupOutput {
    private final EnvelopeOutput envelope;
    private final TarOutput tar;
    private final Instant now;
    private final StringBuilder sums = new StringBuilder();

    BackupOutput(OutputStream out, Secret passphrase, int iterations, SecureRandom random, Instant now)
            throws IOException {
        this.envelope = new EnvelopeOutput(out, passphrase, iterations, random);
        this.tar = new TarOutput(envelope);
        this.now = now;
    }

    void file(String name, long length, InputStream content) throws IOException {
        if (!BackupArchive.holds(name)) {
            throw new BackupRefusedException("A backup has no place for a file of the name " + name + ". Rename it.");
        }
        MessageDigest digest = sha256();
        tar.file(name, length, now, new DigestInputStream(content, digest));
        sums.append(sumLine(digest.digest(), name));
    }

    void finish(BackupFacts facts) throws IOException {
        byte[] json = facts.json();
        file(BackupArchive.FACTS, json.length, new ByteArrayInputStream(json));
        byte[] manifest = sums.toString().getBytes(StandardCharsets.UTF_8);
        tar.file(BackupArchive.SUMS, manifest.length, now, new ByteArrayInputStream(manifest));
        tar.finish();
        envelope.finish();
    }

    /** As sha256sum writes and checks it. */
    static String sumLine(byte[] digest, String name) {
        return HexFormat.of().formatHex(digest) + "  " + name + "\n";
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
