package dev.chancery.web.http;

import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/**
 * What is wrong with a request: the content of an {@code application/problem+json} answer (RFC 9457) or of an error page.
 *
 * @param detail in words for whoever sent it
 * @param findings each thing that was wrong, with its field
 * @param incident number under which the server's log has more, for its own faults
 * @param headers that belong to the status: {@code Allow}, {@code WWW-Authenticate}, {@code Retry-After}
 */
public record Problem(
        int status, String detail, List<Objection> findings, Optional<String> incident, Map<String, String> headers) {
    public Problem {
        findings = List.copyOf(findings);
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String detail) {
        return new Problem(status, detail, List.of(), Optional.empty(), Map.of());
    }

    public static Problem of(int status, List<Objection> findings) {
        String detail = findings.isEmpty() ? "" : findings.get(0).message();
        return new Problem(status, detail, findings, Optional.empty(), Map.of());
    }

    public static Problem of(int status, Objection finding) {
        return of(status, List.of(finding));
    }

    public static Problem badRequest(String detail) {
        return of(400, detail);
    }

    public static Problem notFound(String detail) {
        return of(404, detail);
    }

    static Problem incident(String id) {
        return new Problem(
                500,
                "The server failed at this. Nothing more is known here; its log has the cause under " + id + ".",
                List.of(),
                Optional.of(id),
                Map.of());
    }

    public Problem with(String header, String value) {
        Map<String, String> more = new java.util.LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(status, detail, findings, incident, more);
    }

    /** The status in the words of RFC 9110, of which Jetty still knows two by their older name. */
    public String title() {
        return switch (status) {
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Content";
            default -> HttpStatus.getMessage(status);
        };
    }
}
