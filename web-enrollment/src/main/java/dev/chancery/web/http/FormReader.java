package dev.chancery.web.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.eclipse.jetty.util.BufferUtil;

/** Reads the two encodings of HTML forms (RFC 7578 and the WHATWG's form-urlencoded), in memory only. */
final class FormReader {
    private static final int LIMIT = Exchange.JSON_LIMIT;
    private static final int MAXIMUM_PARTS = 1000;

    private FormReader() {}

    static Form read(RequestHead head, Body body) {
        String type = head.contentType().orElse("");
        byte[] octets = body.read(LIMIT);
        return switch (type) {
            case "application/x-www-form-urlencoded" ->
                new Form(Parameters.urlEncoded(new String(octets, StandardCharsets.UTF_8), "form"), List.of());
            case "multipart/form-data" -> multipart(head.header("Content-Type").orElse(""), octets);
            default ->
                throw new ProblemException(Problem.of(
                        415,
                        "This takes a form (application/x-www-form-urlencoded or multipart/form-data), not "
                                + (type.isEmpty() ? "a body without a Content-Type" : LogText.escape(type)) + "."));
        };
    }

    private static Form multipart(String contentType, byte[] octets) {
        requireBoundary(contentType);
        MultiPartConfig config = new MultiPartConfig.Builder()
                .maxParts(MAXIMUM_PARTS)
                .maxSize(LIMIT)
                .maxPartSize(LIMIT)
                .maxMemoryPartSize(LIMIT)
                .maxHeadersSize(4096)
                .useFilesForPartsWithoutFileName(false)
                .build();
        Content.Source source = Content.Source.from(ByteBuffer.wrap(octets));
        try (MultiPartFormData.Parts parts =
                MultiPartFormData.getParts(source, new Attributes.Mapped(), contentType, config)) {
            return collect(parts);
        } catch (IOException | RuntimeException e) {
            if (e instanceof ProblemException problem) {
                throw problem;
            }
            throw new ProblemException(Problem.badRequest(
                    "The multipart/form-data body is broken: " + LogText.escape(String.valueOf(e.getMessage()))));
        }
    }

    /** Jetty would say so as well, and leave a warning in the log for each. */
    private static void requireBoundary(String contentType) {
        boolean there;
        try {
            there = MultiPart.extractBoundary(contentType) != null;
        } catch (IllegalArgumentException e) {
            there = false;
        }
        if (!there) {
            throw new ProblemException(
                    Problem.badRequest("The multipart/form-data body is broken: its Content-Type names no boundary."));
        }
    }

    private static Form collect(MultiPartFormData.Parts parts) throws IOException {
        Parameters.Builder fields = new Parameters.Builder(false);
        List<Form.Upload> uploads = new ArrayList<>();
        for (MultiPart.Part part : parts) {
            String name = part.getName() == null ? "" : part.getName();
            if (part.getFileName() == null) {
                fields.add(name, part.getContentAsString(StandardCharsets.UTF_8));
            } else {
                ByteBuffer content = Content.Source.asByteBuffer(part.createContentSource());
                uploads.add(new Form.Upload(name, part.getFileName(), BufferUtil.toArray(content)));
            }
        }
        return new Form(fields.build(), uploads);
    }
}
