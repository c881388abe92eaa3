package dev.chancery.web.api;

import dev.chancery.core.role.CertificateTemplate;
import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.role.RoleName;
import dev.chancery.core.role.RoleTemplate;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.Json;
import dev.chancery.web.roles.RoleResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Roles, plans and results as JSON. */
final class RoleJson {
    private final CertificateJson certificates;

    RoleJson(CertificateJson certificates) {
        this.certificates = certificates;
    }

    static ObjectNode role(RoleTemplate role) {
        ObjectNode node = Json.object()
                .put("name", role.name())
                .put("title", role.title())
                .put("description", role.description())
                .put("family", role.family())
                .put("key", role.key().label())
                .put("pools", role.hasPools());
        names(node.putArray("poolNames"), role.poolNames());
        names(node.putArray("topologyNames"), role.topologyNames());
        ArrayNode options = node.putArray("options");
        role.options()
                .forEach((key, option) -> options.addObject()
                        .put("key", key)
                        .put("title", option.title())
                        .put("help", option.help())
                        .put("standard", option.standard()));
        ArrayNode rows = node.putArray("certificates");
        role.certificates().forEach(row -> rows.add(row(row)));
        return node;
    }

    private static void names(ArrayNode array, Map<String, RoleName> names) {
        names.forEach((key, name) -> array.addObject()
                .put("key", key)
                .put("title", name.title())
                .put("help", name.help().orElse(""))
                .put("required", name.isRequired())
                .put("several", name.isSeveral()));
    }

    private static ObjectNode row(CertificateTemplate row) {
        ObjectNode node = Json.object()
                .put("use", row.use())
                .put("title", row.title())
                .put("per", row.per().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("profile", row.profile())
                .put("commonName", row.commonName().toString())
                .put("sameKey", row.sharesKey())
                .put("wildcards", row.allowsWildcards());
        row.when().ifPresent(when -> node.put("when", when.toString()));
        ObjectNode profiles = node.putObject("profileWith");
        row.profileWith().forEach(profiles::put);
        ArrayNode names = node.putArray("names");
        row.names().forEach(name -> names.add(name.toString()));
        texts(node.putArray("notes"), row.notes());
        return node;
    }

    /** @param objections the plan's and whatever else stands in the way */
    static ObjectNode planned(PlannedCertificate planned, List<Objection> objections) {
        ObjectNode node = Json.object()
                .put("id", planned.id())
                .put("role", planned.role())
                .put("title", planned.title())
                .put("use", planned.use())
                .put("useTitle", planned.useTitle())
                .put("target", planned.target())
                .put("commonName", planned.commonName())
                .put("profile", planned.profile())
                .put("key", planned.key().label())
                .put("exportable", planned.exportable())
                .put("friendlyName", planned.friendlyName());
        texts(node.putArray("names"), planned.names());
        texts(node.putArray("installOn"), planned.installOn());
        texts(node.putArray("notes"), planned.notes());
        findings(node.putArray("findings"), objections);
        return node;
    }

    ObjectNode result(RoleResult result) {
        ObjectNode node = Json.object()
                .put("id", result.planned().id())
                .put("state", result.state().label());
        result.certificate().ifPresent(record -> node.set("certificate", certificates.full(record)));
        result.awaiting().ifPresent(awaiting -> {
            ObjectNode request =
                    node.putObject("request").put("id", awaiting.request()).put("state", "pending");
            texts(request.putArray("waitsBecause"), awaiting.because());
        });
        result.certreq().ifPresent(text -> node.put("certreq", text));
        findings(node.putArray("findings"), result.objections());
        return node;
    }

    private static void findings(ArrayNode array, List<Objection> objections) {
        for (Objection objection : objections) {
            ObjectNode node = array.addObject()
                    .put("rule", objection.rule())
                    .put("field", objection.field())
                    .put("message", objection.message());
            objection.suggestion().ifPresent(suggestion -> node.put("suggestion", suggestion));
        }
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
