package dev.chancery.web.roles;

import dev.chancery.core.role.Topology;
import dev.chancery.core.role.Topology.Pool;
import dev.chancery.web.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A topology as JSON, which {@link TopologyReader} reads as the same topology. */
public final class TopologyJson {
    private TopologyJson() {}

    public static String text(Topology topology) {
        return new String(Json.write(node(topology)), StandardCharsets.UTF_8);
    }

    private static ObjectNode node(Topology topology) {
        ObjectNode node = Json.object();
        texts(node.putArray("sipDomains"), topology.sipDomains());
        ArrayNode pools = node.putArray("pools");
        topology.pools().forEach(pool -> pools.add(node(pool)));
        more(node, topology.names(), topology.options());
        return node;
    }

    private static ObjectNode node(Pool pool) {
        ObjectNode node = Json.object().put("role", pool.role()).put("fqdn", pool.fqdn());
        if (!pool.servers().isEmpty()) {
            texts(node.putArray("servers"), pool.servers());
        }
        more(node, pool.names(), pool.options());
        return node;
    }

    private static void more(ObjectNode node, Map<String, List<String>> names, Map<String, Boolean> options) {
        if (!names.isEmpty()) {
            ObjectNode all = node.putObject("names");
            names.forEach((key, values) -> texts(all.putArray(key), values));
        }
        if (!options.isEmpty()) {
            ObjectNode all = node.putObject("options");
            options.forEach(all::put);
        }
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
