package dev.chancery.web.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An answer as a value: status, headers, and a body that is octets or something that writes them. */
public final class Reply {
    private final int status;
    private final List<Map.Entry<String, String>> headers;
    private final byte[] octets;
    private final @Nullable Writer writer;

    private Reply(int status, List<Map.Entry<String, String>> headers, byte[] octets, @Nullable Writer writer) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.octets = octets;
        this.writer = writer;
    }

    /** Writes a long body piece by piece; the status is already on its way, so it must not fail for policy. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    public static Reply status(int status) {
        return new Reply(status, List.of(), new byte[0], null);
    }

    /** @param octets not copied; nobody may change them afterwards */
    public static Reply bytes(int status, String contentType, byte[] octets) {
        return new Reply(status, List.of(), octets, null).with("Content-Type", contentType);
    }

    public static Reply json(int status, JsonNode node) {
        return bytes(status, "application/json", Json.write(node));
    }

    public static Reply html(int status, byte[] utf8) {
        return bytes(status, "text/html; charset=utf-8", utf8);
    }

    public static Reply text(int status, String contentType, String text) {
        return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply stream(int status, String contentType, Writer writer) {
        return new Reply(status, List.of(), new byte[0], writer).with("Content-Type", contentType);
    }

    /** 303: the browser fetches that path with GET. */
    public static Reply seeOther(String path) {
        return status(303).with("Location", path);
    }

    /** Adds a header. */
    public Reply with(String name, String value) {
        if (!value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("a header's value is printable ASCII: " + name);
        }
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Reply(status, more, octets, writer);
    }

    /** Adds those headers that are not there yet. */
    Reply withMissing(Map<String, String> defaults) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        defaults.forEach((name, value) -> {
            if (header(name).isEmpty()) {
                more.add(Map.entry(name, value));
            }
        });
        return new Reply(status, more, octets, writer);
    }

    /** Offers the body as a file; {@code fileName} comes from us, never from a client (SECURITY.md rule 25). */
    public Reply asFile(String fileName) {
        if (!fileName.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("not a safe file name: " + LogText.escape(fileName));
        }
        return with("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    }

    /** For what is the same for everybody: style sheets, scripts, icons. Everything else is never stored. */
    public Reply cacheable(String cacheControl) {
        return with("Cache-Control", cacheControl);
    }

    public int status() {
        return status;
    }

    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    public Optional<String> header(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return headers.stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The whole body; for a streamed one, what its writer writes. */
    public byte[] body() {
        if (writer == null) {
            return octets.clone();
        }
        java.io.ByteArrayOutputStream collected = new java.io.ByteArrayOutputStream();
        try {
            writer.writeTo(collected);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return collected.toByteArray();
    }

    Optional<Writer> writer() {
        return Optional.ofNullable(writer);
    }

    byte[] octets() {
        return octets;
    }
}
