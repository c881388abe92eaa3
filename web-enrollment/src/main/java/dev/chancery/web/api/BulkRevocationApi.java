package dev.chancery.web.api;

import dev.chancery.core.revocation.RevocationOutcome;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.web.certificates.BulkRevocation;
import dev.chancery.web.certificates.Selection;
import dev.chancery.web.certificates.Selection.Chosen;
import dev.chancery.web.certificates.Selection.LeftAlone;
import dev.chancery.web.certificates.Selection.Why;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/certificates/revocations}: many at once. Nothing is revoked unless the caller may revoke each. */
final class BulkRevocationApi {
    private final BulkRevocation bulk;

    BulkRevocationApi(BulkRevocation bulk) {
        this.bulk = bulk;
    }

    Reply revoke(Exchange exchange) {
        JsonFields fields = JsonFields.of(exchange, "serials", "reason", "invalidityDate");
        List<String> serials = fields.texts("serials").orElse(List.of());
        if (serials.isEmpty() || serials.size() > BulkRevocation.MOST) {
            throw Values.problem(
                    400,
                    "serials-count",
                    "serials",
                    "\"serials\" lists 1 to " + BulkRevocation.MOST + " serial numbers, not " + serials.size() + ".");
        }
        RevocationReason reason = RevocationApi.reason(fields.requiredText("reason"));
        Optional<Instant> since = fields.text("invalidityDate").map(text -> Values.instant(text, "invalidityDate"));
        Selection selection = bulk.select(exchange.requester(), serials);
        refuse(selection, Why.NOT_ALLOWED, 403, "serial-not-yours", "is somebody else's, and needs the role officer");
        refuse(selection, Why.UNKNOWN, 404, "certificate-unknown", "was not issued here");
        ObjectNode body = Json.object();
        ArrayNode revoked = body.putArray("revoked");
        ArrayNode unchanged = body.putArray("unchanged");
        selection
                .leftAlone()
                .forEach(one ->
                        unchanged.addObject().put("serial", one.serial()).put("message", "It was revoked before."));
        List<RevocationOutcome> outcomes = bulk.revoke(selection, reason, since);
        for (int i = 0; i < outcomes.size(); i++) {
            Chosen chosen = selection.revocable().get(i);
            outcomes.get(i)
                    .<Object>fold(
                            record -> revoked.add(record.serial().hex()),
                            objection -> add(unchanged, chosen, objection),
                            objection -> add(unchanged, chosen, objection),
                            objection -> add(unchanged, chosen, objection));
        }
        return Reply.json(200, body);
    }

    private static ObjectNode add(ArrayNode unchanged, Chosen chosen, Objection objection) {
        return unchanged
                .addObject()
                .put("serial", chosen.certificate().serial().hex())
                .put("message", objection.message());
    }

    /** Before anything is done, all that is in the way is named. */
    private static void refuse(Selection selection, Why why, int status, String rule, String words) {
        List<Objection> objections = selection.leftAlone().stream()
                .filter(one -> one.why() == why)
                .map(one -> objection(one, rule, words))
                .toList();
        if (!objections.isEmpty()) {
            throw new ProblemException(Problem.of(status, objections));
        }
    }

    private static Objection objection(LeftAlone one, String rule, String words) {
        return Objection.of(
                rule,
                "serials[" + one.position() + "]",
                "The certificate " + Values.quoted(one.serial()) + " " + words + ". Nothing was revoked.");
    }
}
