package dev.chancery.web.roles;

import dev.chancery.core.role.Topology;
import dev.chancery.core.role.Topology.Pool;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A topology from JSON: {@code {"sipDomains": […], "pools": [{"role", "fqdn", "servers", "names", "options"}], "names":
 * {KEY: NAME or [NAME, …]}, "options": {KEY: true or false}}}. Strict about its form; what it says is judged by the planner.
 */
public final class TopologyReader {
    private static final List<String> MEMBERS = List.of("sipDomains", "pools", "names", "options");
    private static final List<String> POOL_MEMBERS = List.of("role", "fqdn", "servers", "names", "options");

    private final List<Objection> objections = new ArrayList<>();

    private TopologyReader() {}

    /** Text of either format: JSON begins with a brace.
     *
     * @throws ProblemException 400 with everything that is wrong with its form
     */
    public static Topology text(String text) {
        return text.stripLeading().startsWith("{")
                ? json(Json.read(text.getBytes(StandardCharsets.UTF_8)))
                : TopologyTable.read(text);
    }

    /** @throws ProblemException 400 with everything that is wrong with its form */
    public static Topology json(JsonNode node) {
        TopologyReader reader = new TopologyReader();
        Topology topology = reader.topology(node);
        if (!reader.objections.isEmpty()) {
            throw new ProblemException(Problem.of(400, reader.objections));
        }
        return topology;
    }

    private Topology topology(JsonNode node) {
        if (!object(node, "topology", MEMBERS)) {
            return Topology.empty();
        }
        List<Pool> pools = new ArrayList<>();
        present(node, "pools").ifPresent(list -> {
            if (!list.isArray()) {
                wrong("pools", "must be an array of pools");
                return;
            }
            for (JsonNode one : list) {
                pools.add(pool(one, "pools[" + pools.size() + "]"));
            }
        });
        return new Topology(
                texts(node, "sipDomains", "sipDomains"), pools, names(node, "names"), options(node, "options"));
    }

    private Pool pool(JsonNode node, String field) {
        if (!object(node, field, POOL_MEMBERS)) {
            return new Pool("", "", List.of(), Map.of(), Map.of());
        }
        return new Pool(
                required(node, "role", field),
                required(node, "fqdn", field),
                texts(node, "servers", field + ".servers"),
                names(node, field + ".names"),
                options(node, field + ".options"));
    }

    private Map<String, List<String>> names(JsonNode node, String field) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        present(node, "names").ifPresent(all -> {
            if (!all.isObject()) {
                wrong(field, "must be an object");
                return;
            }
            for (Map.Entry<String, JsonNode> one : all.properties()) {
                String at = field + "." + LogText.escape(one.getKey());
                List<String> values = one.getValue().isString()
                        ? List.of(one.getValue().stringValue().strip())
                        : texts(all, one.getKey(), at);
                if (!values.isEmpty()) {
                    names.put(one.getKey(), values);
                }
            }
        });
        return names;
    }

    private Map<String, Boolean> options(JsonNode node, String field) {
        Map<String, Boolean> options = new LinkedHashMap<>();
        present(node, "options").ifPresent(all -> {
            if (!all.isObject()) {
                wrong(field, "must be an object");
                return;
            }
            for (Map.Entry<String, JsonNode> one : all.properties()) {
                if (one.getValue().isBoolean()) {
                    options.put(one.getKey(), one.getValue().booleanValue());
                } else {
                    wrong(field + "." + LogText.escape(one.getKey()), "must be true or false");
                }
            }
        });
        return options;
    }

    private List<String> texts(JsonNode node, String member, String field) {
        Optional<JsonNode> list = present(node, member);
        if (list.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (!list.get().isArray()) {
            wrong(field, "must be an array of strings");
            return texts;
        }
        for (JsonNode one : list.get()) {
            if (one.isString()) {
                texts.add(one.stringValue().strip());
            } else {
                wrong(field + "[" + texts.size() + "]", "must be a string");
                return texts;
            }
        }
        return texts;
    }

    private String required(JsonNode node, String member, String field) {
        Optional<JsonNode> value = present(node, member);
        if (value.filter(JsonNode::isString).isEmpty()) {
            wrong(field + "." + member, value.isEmpty() ? "is missing" : "must be a string");
            return "";
        }
        return value.get().stringValue().strip();
    }

    private boolean object(JsonNode node, String field, List<String> members) {
        if (!node.isObject()) {
            wrong(field, "must be a JSON object");
            return false;
        }
        for (String name : node.propertyNames()) {
            if (!members.contains(name) && objections.size() < 20) {
                objections.add(Objection.of(
                        "unknown-name",
                        field.equals("topology") ? LogText.escape(name) : field + "." + LogText.escape(name),
                        "There is no member \"" + LogText.escape(name) + "\" here; known are "
                                + String.join(", ", members) + "."));
            }
        }
        return true;
    }

    private static Optional<JsonNode> present(JsonNode node, String name) {
        return node.optional(name).filter(value -> !value.isNull());
    }

    private void wrong(String field, String demand) {
        if (objections.size() < 20) {
            objections.add(Objection.of("member-type", field, "\"" + field + "\" " + demand + "."));
        }
    }
}
