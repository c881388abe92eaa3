package dev.chancery.web.http;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A problem as {@code application/problem+json} (RFC 9457 §3). */
public final class ProblemJson implements ProblemView {
    @Override
    public Reply show(Problem problem, RequestHead head, Visitor visitor) {
        return of(problem);
    }

    static Reply of(Problem problem) {
        ObjectNode body = Json.object()
                .put("type", "about:blank")
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail());
        problem.incident().ifPresent(id -> body.put("incident", id));
        ArrayNode findings = body.putArray("findings");
        problem.findings().forEach(finding -> {
            ObjectNode one = findings.addObject()
                    .put("rule", finding.rule())
                    .put("field", finding.field())
                    .put("message", finding.message());
            finding.suggestion().ifPresent(suggestion -> one.put("suggestion", suggestion));
        });
        return Reply.bytes(problem.status(), "application/problem+json", Json.write(body));
    }
}
