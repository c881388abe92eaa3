package dev.chancery.web.pages;

import dev.chancery.web.http.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for everybody, and therefore may be compressed: where a secret and what somebody else wrote share an answer,
 * its compressed length would tell about the secret.
 */
final class Asset {
    private final String type;
    private final byte[] octets;
    /** Made for the first who wants it; a start has no use for it. */
    private volatile byte @Nullable [] compressed;

    Asset(String type, byte[] octets) {
        this.type = type;
        this.octets = octets;
    }

    /** @param accepted the request's Accept-Encoding (RFC 9110 section 12.5.3) */
    Reply reply(String accepted) {
        Reply reply = accepts(accepted)
                ? Reply.bytes(200, type, compressed()).with("Content-Encoding", "gzip")
                : Reply.bytes(200, type, octets);
        return reply.with("Vary", "Accept-Encoding");
    }

    private static boolean accepts(String accepted) {
        return Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding ->
                        coding.equals("gzip") || coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?"));
    }

    private byte[] compressed() {
        byte[] known = compressed;
        if (known == null) {
            known = compress(octets);
            compressed = known;
        }
        return known;
    }

    private static byte[] compress(byte[] octets) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(octets.length / 2);
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
