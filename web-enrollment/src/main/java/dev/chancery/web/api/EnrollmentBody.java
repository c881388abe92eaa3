package dev.chancery.web.api;

import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.web.http.Body;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Parameters;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is asked for: JSON with the CSR in it, or the bare CSR with its wishes in the query. */
final class EnrollmentBody {
    private static final String PROFILE = "profile";
    private static final Set<String> BARE =
            Set.of("application/pkcs10", "application/x-pem-file", "application/x-pkcs10");

    private EnrollmentBody() {}

    static EnrollmentRequest read(Exchange exchange) {
        Optional<String> type = exchange.head().contentType();
        return type.filter(BARE::contains).isPresent() ? bare(exchange) : json(exchange);
    }

    private static EnrollmentRequest json(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of());
        JsonFields fields = JsonFields.of(exchange, PROFILE, "csr", "dns", "ip", "subject", "validity");
        byte[] csr = fields.requiredText("csr").getBytes(StandardCharsets.UTF_8);
        if (csr.length > Exchange.CSR_LIMIT) {
            throw Body.tooLarge(Exchange.CSR_LIMIT);
        }
        return new EnrollmentRequest(
                fields.requiredText(PROFILE),
                Der.ofOwned(csr),
                new Wishes(
                        names(fields.texts("dns"), fields.texts("ip")),
                        fields.text("subject"),
                        fields.text("validity")),
                IdempotencyKey.of(exchange.head()));
    }

    private static EnrollmentRequest bare(Exchange exchange) {
        Parameters query = exchange.query();
        KnownNames.check("query parameter", query.names(), List.of(PROFILE, "dns", "ip", "subject", "validity"));
        String profile = query.text(PROFILE)
                .orElseThrow(() -> new ProblemException(
                        Problem.badRequest("Say which profile: POST /api/v1/certificates?profile=tls-server")));
        return new EnrollmentRequest(
                profile,
                Der.copyOf(exchange.body(Exchange.CSR_LIMIT)),
                new Wishes(
                        names(given(query, "dns"), given(query, "ip")), query.text("subject"), query.text("validity")),
                IdempotencyKey.of(exchange.head()));
    }

    private static Optional<List<String>> given(Parameters query, String name) {
        return query.has(name) ? Optional.of(query.all(name)) : Optional.empty();
    }

    /** Either of the two replaces all names of the CSR. */
    private static Optional<List<RequestedName>> names(Optional<List<String>> dns, Optional<List<String>> ip) {
        if (dns.isEmpty() && ip.isEmpty()) {
            return Optional.empty();
        }
        List<RequestedName> names = new ArrayList<>();
        dns.ifPresent(texts -> {
            for (int i = 0; i < texts.size(); i++) {
                names.add(RequestedName.dns(texts.get(i), "dns[" + i + "]"));
            }
        });
        ip.ifPresent(texts -> {
            for (int i = 0; i < texts.size(); i++) {
                names.add(RequestedName.ip(texts.get(i), "ip[" + i + "]"));
            }
        });
        return Optional.of(names);
    }
}
