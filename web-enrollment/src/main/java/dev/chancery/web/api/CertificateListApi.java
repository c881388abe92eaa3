package dev.chancery.web.api;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.KindCount;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.certificates.CertificateExport;
import dev.chancery.web.certificates.CertificateExport.Format;
import dev.chancery.web.certificates.CertificateSource;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Parameters;
import dev.chancery.web.http.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/certificates} as a list: page by page, counted, or as a whole. Requesters see their own. */
final class CertificateListApi {
    private static final List<String> FILTERS =
            List.of("search", "status", "profile", "issuer", "requester", "expiresFrom", "expiresBefore", "order");
    private static final List<String> COUNTED = List.of("profile", "issuer", "requester");
    private static final Duration SOON = Duration.ofDays(30);

    private final CertificateLedger ledger;
    private final Authorization authorization;
    private final CertificateJson json;
    private final CertificateExport export;
    private final Clock clock;

    CertificateListApi(
            CertificateLedger ledger,
            Authorization authorization,
            CertificateJson json,
            IssuerRegistry issuers,
            Clock clock) {
        this.ledger = ledger;
        this.authorization = authorization;
        this.json = json;
        this.export = new CertificateExport(issuers, clock);
        this.clock = clock;
    }

    Reply list(Exchange exchange) {
        List<String> known = new ArrayList<>(FILTERS);
        known.addAll(List.of("limit", "cursor"));
        Parameters query = exchange.query();
        CertificatePage page =
                search(filtered(exchange, known).page(query.text("cursor"), Values.limit(query, 100, 1000)));
        ObjectNode body = Json.object();
        ArrayNode certificates = body.putArray("certificates");
        page.certificates().forEach(record -> certificates.add(json.summary(record)));
        page.next().ifPresent(next -> body.put("next", next));
        return Reply.json(200, body);
    }

    private CertificatePage search(CertificateQuery query) {
        try {
            return ledger.search(query);
        } catch (IllegalArgumentException e) {
            if (query.cursor().isEmpty()) {
                throw e;
            }
            throw Values.problem(
                    400,
                    "cursor-unknown",
                    "cursor",
                    "This cursor is not one that an earlier page of the same order gave as \"next\".");
        }
    }

    private CertificateQuery filtered(Exchange exchange, List<String> known) {
        Parameters query = exchange.query();
        KnownNames.check("query parameter", query.names(), known);
        return new CertificateQuery(
                query.text("search"),
                Values.choice(query, "status", CertificateRecord.Status.class),
                query.text("profile"),
                query.text("issuer"),
                requester(exchange),
                Optional.empty(),
                query.text("expiresFrom").map(text -> Values.instant(text, "expiresFrom")),
                query.text("expiresBefore").map(text -> Values.instant(text, "expiresBefore")),
                Values.choice(query, "order", Order.class).orElse(Order.NEWEST),
                clock.instant(),
                100,
                Optional.empty());
    }

    /** For those who may read their own certificates only, others are not there. */
    private Optional<String> requester(Exchange exchange) {
        Optional<String> asked = exchange.query().text("requester");
        String own = exchange.requester().name();
        boolean everybodys =
                authorization.allows(exchange.requester(), Permission.READ_CERTIFICATE, AccessObject.any());
        if (!everybodys && asked.filter(name -> !name.equals(own)).isPresent()) {
            throw Values.problem(
                    403,
                    "requester-not-yours",
                    "requester",
                    "You see your own certificates only: leave \"requester\" out, or have the role officer or auditor.");
        }
        return everybodys ? asked : Optional.of(own);
    }

    Reply counts(Exchange exchange) {
        Parameters query = exchange.query();
        KnownNames.check("query parameter", query.names(), COUNTED);
        Optional<String> requester = requester(exchange);
        Optional<String> profile = query.text("profile");
        Optional<String> issuer = query.text("issuer");
        Instant now = clock.instant();
        List<KindCount> found = ledger.countsByKind(now, now.plus(SOON)).stream()
                .filter(one -> fits(requester, one.kind().requester())
                        && fits(profile, one.kind().profile())
                        && fits(issuer, one.kind().issuer()))
                .toList();
        ObjectNode body = numbers(
                Json.object(), number -> found.stream().mapToLong(number).sum());
        ArrayNode kinds = body.putArray("kinds");
        found.forEach(one -> kinds.add(numbers(
                Json.object()
                        .put("issuer", one.kind().issuer())
                        .put("profile", one.kind().profile())
                        .put("requester", one.kind().requester()),
                number -> number.applyAsLong(one))));
        return Reply.json(200, body);
    }

    private static boolean fits(Optional<String> wanted, String found) {
        return wanted.isEmpty() || wanted.get().equals(found);
    }

    private static ObjectNode numbers(ObjectNode node, ToLongFunction<ToLongFunction<KindCount>> of) {
        return node.put("valid", of.applyAsLong(KindCount::valid))
                .put("ending", of.applyAsLong(KindCount::ending))
                .put("held", of.applyAsLong(KindCount::held))
                .put("revoked", of.applyAsLong(KindCount::revoked))
                .put("expired", of.applyAsLong(KindCount::expired));
    }

    Reply export(Exchange exchange, Format format) {
        return export.of(format, CertificateSource.of(ledger, filtered(exchange, FILTERS)));
    }
}
