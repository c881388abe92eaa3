package dev.chancery.web.api;

import dev.chancery.core.access.Permission;
import dev.chancery.core.role.Plan;
import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.role.Planner;
import dev.chancery.core.role.RoleCatalog;
import dev.chancery.core.role.Topology;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.Body;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.roles.RoleArchive;
import dev.chancery.web.roles.RoleRequest;
import dev.chancery.web.roles.RoleRequests;
import dev.chancery.web.roles.RoleResult;
import dev.chancery.web.roles.TopologyReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/roles}: which kinds of servers there are, what a topology needs, and all of it requested at once. */
final class RolesApi {
    private static final String ZIP = "application/zip";

    private final RoleCatalog roles;
    private final Planner planner;
    private final RoleRequests requests;
    private final RoleArchive archive;
    private final RoleJson json;
    private final Clock clock;

    RolesApi(RoleCatalog roles, RoleRequests requests, RoleArchive archive, CertificateJson certificates, Clock clock) {
        this.roles = roles;
        this.planner = new Planner(roles);
        this.requests = requests;
        this.archive = archive;
        this.json = new RoleJson(certificates);
        this.clock = clock;
    }

    Reply list(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of());
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("roles");
        roles.all().forEach(role -> all.add(RoleJson.role(role)));
        return Reply.json(200, body);
    }

    Reply plan(Exchange exchange) {
        exchange.permit().require(Permission.REQUEST_CERTIFICATE);
        Plan plan = plan(
                exchange.head().contentType().filter("text/csv"::equals).isPresent()
                        ? table(exchange)
                        : TopologyReader.json(exchange.json()));
        ObjectNode body = Json.object();
        ArrayNode certificates = body.putArray("certificates");
        plan.certificates().forEach(one -> certificates.add(RoleJson.planned(one, requests.objections(one))));
        return Reply.json(200, body);
    }

    private static Topology table(Exchange exchange) {
        return TopologyReader.text(new String(exchange.body(Exchange.JSON_LIMIT), StandardCharsets.UTF_8));
    }

    private Plan plan(Topology topology) {
        Plan plan = planner.plan(topology);
        if (!plan.objections().isEmpty()) {
            throw new ProblemException(Problem.of(422, plan.objections()));
        }
        return plan;
    }

    Reply request(Exchange exchange) {
        JsonFields fields = JsonFields.of(exchange, "topology", "certificates");
        Plan plan = plan(TopologyReader.json(fields.node("topology").orElseGet(Json::object)));
        List<RoleRequest> asked = fields.objects("certificates", "id", "csr", "names", "validity")
                .map(list -> chosen(plan, list))
                .orElseGet(() -> plan.certificates().stream()
                        .map(one -> new RoleRequest(one, Optional.empty(), Optional.empty()))
                        .toList());
        List<RoleResult> results = requests.send(exchange.permit(), asked, IdempotencyKey.of(exchange.head()));
        if (exchange.head().header("Accept").filter(ZIP::equals).isPresent()) {
            return Reply.bytes(200, ZIP, archive.of(results, clock.instant())).asFile("certificates.zip");
        }
        ObjectNode body = Json.object();
        ArrayNode certificates = body.putArray("certificates");
        results.forEach(result -> certificates.add(json.result(result)));
        return Reply.json(200, body);
    }

    private List<RoleRequest> chosen(Plan plan, List<JsonFields> list) {
        List<RoleRequest> chosen = new ArrayList<>();
        List<Objection> objections = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonFields one = list.get(i);
            String id = one.requiredText("id");
            Optional<PlannedCertificate> planned = plan.find(id);
            if (planned.isEmpty() || !seen.add(id)) {
                objections.add(Objection.of(
                        planned.isEmpty() ? "planned-unknown" : "planned-twice",
                        "certificates[" + i + "].id",
                        planned.isEmpty()
                                ? "The plan of this topology has no certificate " + Values.quoted(id)
                                        + "; POST /api/v1/roles/plan shows those that it has."
                                : Values.quoted(id) + " is there twice."));
                continue;
            }
            chosen.add(new RoleRequest(
                    one.texts("names")
                            .map(names -> planner.corrected(planned.get(), names))
                            .orElse(planned.get()),
                    one.text("csr").map(RolesApi::csr),
                    one.text("validity")));
        }
        if (!objections.isEmpty()) {
            throw new ProblemException(Problem.of(422, objections));
        }
        return chosen;
    }

    private static Der csr(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length > Exchange.CSR_LIMIT) {
            throw Body.tooLarge(Exchange.CSR_LIMIT);
        }
        return Der.ofOwned(octets);
    }
}
