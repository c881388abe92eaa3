package dev.chancery.web.api;

import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code openapi.json}: written by hand beside this class, held to the routes by a test. */
final class OpenApiDocument {
    private final byte[] document;

    OpenApiDocument() {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing from the build of web-enrollment");
            }
            document = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply show(Exchange exchange) {
        return Reply.bytes(200, "application/json", document).cacheable("public, max-age=300");
    }
}
