package dev.chancery.server.backup;

import dev.chancery.core.fuzz.Target;
import dev.chancery.core.x509.Der;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands in clear before a backup's ciphertext, and the tar file inside. */
public final class ArchiveTarget implements Target {
    @Override
    public List<byte[]> seeds() {
        return List.of(header(), tar());
    }

    private static byte[] header() {
        Der sixteen = Der.ofOwned(new byte[16]);
        try {
            return new EnvelopeHeader(sixteen, 600_000, sixteen, Der.ofOwned(new byte[48]), Der.ofOwned(new byte[12]))
                    .encode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] tar() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            TarOutput out = new TarOutput(octets);
            byte[] content = "{\"seq\":1}\n".getBytes(StandardCharsets.US_ASCII);
            out.file("journal/000000000001.jsonl", content.length, Instant.EPOCH, new ByteArrayInputStream(content));
            out.file("keys/ü.p12", 0, Instant.EPOCH, new ByteArrayInputStream(new byte[0]));
            out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    @Override
    public boolean read(byte[] input) {
        boolean header = taken(() -> EnvelopeHeader.read(new ByteArrayInputStream(input)));
        return taken(() -> readTar(new TarInput(new ByteArrayInputStream(input)))) || header;
    }

    private static void readTar(TarInput tar) throws IOException {
        Optional<TarInput.Entry> entry = tar.next();
        while (entry.isPresent()) {
            tar.content(entry.get(), (octets, length) -> {});
            entry = tar.next();
        }
    }

    /** One way to read the octets. */
    @FunctionalInterface
    private interface Reading {
        void run() throws IOException;
    }

    private static boolean taken(Reading reading) {
        try {
            reading.run();
            return true;
        } catch (BackupRefusedException | EOFException e) {
            // The documented answers to another file, and to one that was cut off.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
