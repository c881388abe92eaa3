package dev.chancery.web.api;

import dev.chancery.web.crl.CrlFetcher;
import dev.chancery.web.crl.PublicationTarget;
import dev.chancery.web.crl.PublicationWatch;
import dev.chancery.web.crl.SeenFromOutside;
import dev.chancery.web.http.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How publication fares, as JSON. */
final class PublicationJson {
    private PublicationJson() {}

    static ObjectNode fetchers(PublicationWatch watch, String ca) {
        ObjectNode node = Json.object().put("remembered", watch.remembersFetchers());
        ArrayNode fetchers = node.putArray("fetchers");
        watch.fetchers(ca).forEach(one -> fetcher(fetchers.addObject(), one));
        return node;
    }

    private static void fetcher(ObjectNode node, CrlFetcher one) {
        node.put("client", one.client()).put("crls", one.lists()).put("ocsps", one.ocsps());
        one.partition().ifPresent(partition -> node.put("partition", partition));
        one.list()
                .ifPresent(list -> node.put("crlNumber", list.number().value())
                        .put("fetchedAt", list.fetchedAt().toString())
                        .put("trustedUntil", list.trustedUntil().toString()));
        one.ocspAt().ifPresent(at -> node.put("ocspAt", at.toString()));
    }

    static ObjectNode targets(List<PublicationTarget> targets) {
        ObjectNode node = Json.object();
        ArrayNode array = node.putArray("targets");
        targets.forEach(target -> {
            ObjectNode one = array.addObject()
                    .put("name", target.name())
                    .put("where", target.where())
                    .put("waiting", target.waiting());
            target.lastSuccess().ifPresent(at -> one.put("lastSuccess", at.toString()));
            target.failingSince().ifPresent(at -> one.put("failingSince", at.toString()));
            target.failure().ifPresent(why -> one.put("failure", why));
        });
        return node;
    }

    static ObjectNode seen(SeenFromOutside seen) {
        ObjectNode node = Json.object().put("at", seen.at().toString());
        ArrayNode addresses = node.putArray("addresses");
        seen.addresses().forEach(checked -> {
            ObjectNode one = addresses
                    .addObject()
                    .put("kind", checked.kind())
                    .put("address", checked.address().toString());
            ArrayNode findings = one.putArray("findings");
            checked.findings()
                    .forEach(finding -> findings.addObject()
                            .put("severity", finding.fault() ? "fault" : "warning")
                            .put("message", finding.message()));
        });
        return node;
    }
}
