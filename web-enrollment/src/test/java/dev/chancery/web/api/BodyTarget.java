package dev.chancery.web.api;

import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.fuzz.Target;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.web.http.Body;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Requests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Bodies of the API: what to issue, what to revoke, whom to add. */
public final class BodyTarget implements Target {
    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "{\"profile\":\"tls-server\",\"csr\":\"-----BEGIN CERTIFICATE REQUEST-----\\nMIIB\","
                                + "\"dns\":[\"a.lab.example.com\"],\"ip\":[\"10.0.0.1\"],\"subject\":\"CN=a\",\"validity\":\"P30D\"}",
                        "{\"reason\":\"keyCompromise\",\"invalidityDate\":\"2026-01-31T12:00:00+01:00\"}",
                        "{\"reason\":\"superseded\",\"invalidityDate\":\"2026-12-31\"}",
                        "{\"profile\":null,\"csr\":12,\"dns\":\"a\"}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public boolean read(byte[] input) {
        boolean enrolled = enrollment(input);
        return revocation(input) || enrolled;
    }

    private static Exchange exchange(byte[] input) {
        return Exchange.of(
                Requests.head("POST", "/api/v1/x", "Content-Type", "application/json"), Map.of(), Body.of(input));
    }

    private static boolean enrollment(byte[] input) {
        try {
            EnrollmentRequest request = EnrollmentBody.read(exchange(input));
            return !request.toString().isEmpty();
        } catch (ProblemException e) {
            return fault(e);
        }
    }

    private static boolean revocation(byte[] input) {
        try {
            JsonFields fields = JsonFields.of(exchange(input), "reason", "invalidityDate");
            boolean dated = fields.text("invalidityDate")
                    .map(text -> Values.instant(text, "invalidityDate"))
                    .isPresent();
            return dated
                    && RevocationReason.named(fields.requiredText("reason")).isPresent();
        } catch (ProblemException e) {
            return fault(e);
        }
    }

    /** A problem is an answer, as long as it does not blame the server. */
    private static boolean fault(ProblemException e) {
        if (e.problem().status() >= 500) {
            throw e;
        }
        return false;
    }
}
