package dev.chancery.web.http;

import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One request as an endpoint sees it. */
public final class Exchange {
    public static final int JSON_LIMIT = 256 * 1024;
    public static final int CSR_LIMIT = 64 * 1024;

    private final RequestHead head;
    private final Map<String, String> variables;
    private final Body body;
    private final Visitor visitor;
    private final Optional<Permit> permit;
    private @Nullable Form form;

    private Exchange(
            RequestHead head, Map<String, String> variables, Body body, Visitor visitor, Optional<Permit> permit) {
        this.head = head;
        this.variables = Map.copyOf(variables);
        this.body = body;
        this.visitor = visitor;
        this.permit = permit;
    }

    public static Exchange of(RequestHead head, Map<String, String> variables, Body body) {
        return new Exchange(head, variables, body, Visitor.anonymous(), Optional.empty());
    }

    /** The same request with somebody behind it; what was read of the body is kept. */
    public Exchange as(Visitor who, Optional<Permit> permit) {
        Exchange admitted = new Exchange(head, variables, body, who, permit);
        admitted.form = form;
        return admitted;
    }

    public RequestHead head() {
        return head;
    }

    /** A variable of the route's path; it is always there. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no variable {" + name + "}");
        }
        return value;
    }

    public Parameters query() {
        return head.query();
    }

    public Visitor visitor() {
        return visitor;
    }

    /** For routes that are not open. */
    public Requester requester() {
        return visitor.requester().orElseThrow(() -> new IllegalStateException("an open route has no requester"));
    }

    /** For routes with {@link Access#needs}. */
    public Permit permit() {
        return permit.orElseThrow(() -> new IllegalStateException("this route's permission is judged per object"));
    }

    /** For the hidden field {@code csrf} of a form; empty text where there is no session. */
    public String csrfToken() {
        return visitor.session().map(Visitor.BrowserSession::csrfToken).orElse("");
    }

    /** @throws ProblemException 413 when it is longer */
    public byte[] body(int limit) {
        return body.read(limit);
    }

    /**
     * An HTML form's fields and files.
     *
     * @throws ProblemException 415 when it is none, 400 when it is broken, 413 when it is too large
     */
    public Form form() {
        Form read = form;
        if (read == null) {
            read = FormReader.read(head, body);
            form = read;
        }
        return read;
    }

    /**
     * The JSON body; an empty object where there is none.
     *
     * @throws ProblemException 415 for another type, 400 with line and column, 413 when it is too large
     */
    public JsonNode json() {
        byte[] octets = body.read(JSON_LIMIT);
        if (octets.length == 0) {
            return Json.object();
        }
        requireType("JSON", List.of("application/json"));
        return Json.read(octets);
    }

    private void requireType(String what, List<String> accepted) {
        String found = head.contentType().orElse("");
        if (!accepted.contains(found)) {
            throw new ProblemException(Problem.of(
                    415,
                    "This takes " + what + " (Content-Type: " + accepted.get(0) + "), not "
                            + (found.isEmpty() ? "a body without a Content-Type" : LogText.escape(found)) + "."));
        }
    }
}
