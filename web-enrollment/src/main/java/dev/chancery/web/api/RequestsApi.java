package dev.chancery.web.api;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.core.x509.Pem;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Parameters;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/requests}: what waits for an officer, and their decisions. */
final class RequestsApi {
    private static final int MAXIMUM_COMMENT = 1000;

    private final Enrollment enrollment;
    private final RequestQueue queue;
    private final Authorization authorization;
    private final IssuanceReplies replies;

    RequestsApi(Enrollment enrollment, RequestQueue queue, Authorization authorization, CertificateJson certificates) {
        this.enrollment = enrollment;
        this.queue = queue;
        this.authorization = authorization;
        this.replies = new IssuanceReplies(certificates);
    }

    Reply list(Exchange exchange) {
        Parameters query = exchange.query();
        KnownNames.check("query parameter", query.names(), List.of("state", "limit", "cursor"));
        boolean everybodys = authorization.allows(exchange.requester(), Permission.READ_REQUEST, AccessObject.any());
        int limit = Values.limit(query, 100, 1000);
        List<PendingRequest> found = queue.list(
                Values.choice(query, "state", PendingRequest.State.class),
                everybodys ? Optional.empty() : Optional.of(exchange.requester().name()),
                query.has("cursor") ? Optional.of(Values.number(query, "cursor", 0)) : Optional.empty(),
                limit + 1);
        List<PendingRequest> page = found.subList(0, Math.min(limit, found.size()));
        ObjectNode body = Json.object();
        ArrayNode requests = body.putArray("requests");
        page.forEach(request -> requests.add(json(request)));
        if (found.size() > limit) {
            body.put("next", Long.toString(page.get(limit - 1).id()));
        }
        return Reply.json(200, body);
    }

    Reply show(Exchange exchange) {
        PendingRequest request = find(exchange);
        authorization.require(exchange.requester(), Permission.READ_REQUEST, object(request));
        return Reply.json(200, full(request));
    }

    /** 202 while another officer has to agree. */
    Reply approve(Exchange exchange) {
        PendingRequest request = find(exchange);
        Permit permit = decide(exchange, request);
        return replies.of(enrollment.approve(permit, request.id(), comment(exchange)));
    }

    Reply deny(Exchange exchange) {
        PendingRequest request = find(exchange);
        Permit permit = decide(exchange, request);
        return switch (enrollment.deny(permit, request.id(), comment(exchange))) {
            case DENIED -> Reply.json(200, full(find(exchange)));
            case NOT_FOUND -> throw new ProblemException(Problem.notFound("There is no request " + request.id() + "."));
            case NOT_PENDING -> throw decidedBefore(find(exchange));
        };
    }

    private Permit decide(Exchange exchange, PendingRequest request) {
        Permit permit = authorization.require(exchange.requester(), Permission.DECIDE_REQUEST, object(request));
        if (request.state() != PendingRequest.State.PENDING) {
            throw decidedBefore(request);
        }
        return permit;
    }

    private static ProblemException decidedBefore(PendingRequest request) {
        String state = request.state().name().toLowerCase(Locale.ROOT);
        return Values.problem(
                409, "request-decided", "id", "Request " + request.id() + " was decided before: it is " + state + ".");
    }

    private static String comment(Exchange exchange) {
        String comment =
                JsonFields.of(exchange, "comment").text("comment").orElse("").strip();
        if (comment.length() > MAXIMUM_COMMENT) {
            throw Values.problem(
                    422, "comment-too-long", "comment", "A comment has at most " + MAXIMUM_COMMENT + " characters.");
        }
        return comment;
    }

    private PendingRequest find(Exchange exchange) {
        long id = Values.id(exchange.variable("id"));
        return queue.find(id)
                .orElseThrow(() -> new ProblemException(Problem.notFound("There is no request " + id + ".")));
    }

    private static AccessObject object(PendingRequest request) {
        return new AccessObject(Long.toString(request.id()), request.requester());
    }

    private static ObjectNode full(PendingRequest request) {
        return json(request).put("csr", Pem.encode("CERTIFICATE REQUEST", request.csr()));
    }

    private static ObjectNode json(PendingRequest request) {
        ObjectNode node = Json.object()
                .put("id", request.id())
                .put("state", request.state().name().toLowerCase(Locale.ROOT))
                .put("profile", request.profile())
                .put("requester", request.requester())
                .put("submitted", request.submitted().toString());
        request.names().ifPresent(names -> names.forEach(node.putArray("names")::add));
        request.subject().ifPresent(subject -> node.put("subject", subject));
        request.validity().ifPresent(validity -> node.put("validity", validity));
        request.waitsBecause().forEach(node.putArray("waitsBecause")::add);
        ArrayNode agreements = node.putArray("agreements");
        request.agreements()
                .forEach(agreement -> agreements
                        .addObject()
                        .put("by", agreement.by())
                        .put("at", agreement.at().toString())
                        .put("comment", agreement.comment()));
        request.decided()
                .ifPresent(decided -> node.putObject("decided")
                        .put("by", decided.by())
                        .put("at", decided.at().toString())
                        .put("comment", decided.comment()));
        request.serial().ifPresent(serial -> node.put("serial", serial));
        return node;
    }
}
