package dev.chancery.web.api;

import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of a request for a certificate, in HTTP: 201, 202, 400 or 422. */
final class IssuanceReplies {
    private final CertificateJson certificates;

    IssuanceReplies(CertificateJson certificates) {
        this.certificates = certificates;
    }

    Reply of(IssuanceOutcome outcome) {
        return outcome.fold(
                issued -> created(issued.certificate()),
                refused -> {
                    throw new ProblemException(Problem.of(refused.malformed() ? 400 : 422, refused.objections()));
                },
                IssuanceReplies::waiting);
    }

    private Reply created(CertificateRecord record) {
        return Reply.json(201, certificates.full(record))
                .with("Location", "/api/v1/certificates/" + record.serial().hex());
    }

    private static Reply waiting(IssuanceOutcome.AwaitingApproval awaiting) {
        ObjectNode body = Json.object();
        ObjectNode request =
                body.putObject("request").put("id", awaiting.request()).put("state", "pending");
        ArrayNode because = request.putArray("waitsBecause");
        awaiting.because().forEach(because::add);
        return Reply.json(202, body).with("Location", "/api/v1/requests/" + awaiting.request());
    }
}
