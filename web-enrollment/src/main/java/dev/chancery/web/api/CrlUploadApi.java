package dev.chancery.web.api;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.crl.UploadOutcome;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.crl.CrlBody;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.util.List;

/** {@code PUT /api/v1/authorities/{ca}/crl}: the CRL of an offline CA, signed where its key is. */
final class CrlUploadApi {
    private static final List<String> TYPES =
            List.of("application/pkix-crl", "application/x-pem-file", "application/octet-stream");

    private final CrlPublication crls;

    CrlUploadApi(CrlPublication crls) {
        this.crls = crls;
    }

    Reply upload(Exchange exchange) {
        Requester actor = exchange.permit().require(Permission.PUBLISH_CRL);
        String type = exchange.head().contentType().orElse("");
        if (!TYPES.contains(type)) {
            throw new ProblemException(Problem.of(
                    415,
                    "This takes a CRL, DER or PEM (Content-Type: application/pkix-crl), not "
                            + (type.isEmpty() ? "a body without a Content-Type" : LogText.escape(type)) + "."));
        }
        String ca = exchange.variable("ca");
        return crls.upload(actor, ca, octets(exchange))
                .orElseThrow(() -> new ProblemException(Problem.notFound("There is no CA " + Values.quoted(ca) + ".")))
                .fold(accepted -> Reply.json(200, AuthoritiesApi.json(accepted.crl())), refused -> {
                    throw new ProblemException(Problem.of(status(refused), refused.objections()));
                });
    }

    private static Der octets(Exchange exchange) {
        try {
            return CrlBody.read(exchange.body(CrlBody.LIMIT));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(400, Objection.of("crl-unreadable", "crl", String.valueOf(e.getMessage()))));
        }
    }

    /** A CA that signs by itself is another matter than a CRL that is no good. */
    private static int status(UploadOutcome.Refused refused) {
        return refused.objections().get(0).rule().equals("crl-not-offline") ? 409 : 422;
    }
}
