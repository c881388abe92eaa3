package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.web.http.Json;
import dev.chancery.web.pages.view.ApiConsoleView.Answer;
import dev.chancery.web.pages.view.ApiConsoleView.Group;
import dev.chancery.web.pages.view.ApiConsoleView.Operation;
import dev.chancery.web.pages.view.ApiConsoleView.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The API's own description (OpenAPI 3.1), read for people. */
final class ApiDocument {
    private static final String PLACE = "/dev/chancery/web/api/openapi.json";
    private static final int DEEPEST = 4;

    private final JsonNode document = JsonMapper.shared().readTree(octets());

    private static byte[] octets() {
        try (InputStream in = ApiDocument.class.getResourceAsStream(PLACE)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + PLACE + ", so this build is incomplete");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String summary() {
        return document.at("/info/summary").asString("").replaceFirst("[.]$", "") + ". "
                + document.at("/info/description").asString("");
    }

    /** By tag, in the order of the document. */
    List<Group> groups(String origin) {
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> byTag.computeIfAbsent(
                                operation.at("/tags/0").asString(plain("console.other")), tag -> new ArrayList<>())
                        .add(operation(path, method.toUpperCase(Locale.ROOT), operation, origin))));
        return byTag.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey(),
                        entry.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-"),
                        entry.getValue()))
                .toList();
    }

    private Operation operation(String path, String method, JsonNode operation, String origin) {
        List<Parameter> parameters =
                stream(operation.path("parameters")).map(ApiDocument::parameter).toList();
        JsonNode content = operation.at("/requestBody/content");
        String type = content.isObject() && !content.isEmpty()
                ? content.properties().iterator().next().getKey()
                : "";
        String body = type.equals("application/json")
                ? pretty(example(content.path(type).path("schema"), 0))
                : "";
        List<Answer> answers = operation.path("responses").properties().stream()
                .map(entry -> new Answer(
                        entry.getKey(),
                        resolved(entry.getValue()).path("description").asString("")))
                .toList();
        return new Operation(
                operation.path("operationId").asString(""),
                method,
                path,
                operation.path("summary").asString(""),
                operation.path("description").asString(""),
                parameters,
                type,
                body,
                answers,
                curl(origin + path, method, type, body));
    }

    private static Parameter parameter(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        String allowed = schema.has("enum")
                ? stream(schema.path("enum")).map(JsonNode::asString).collect(Collectors.joining(", "))
                : schema.path("pattern").asString("");
        return new Parameter(
                parameter.path("name").asString(""),
                parameter.path("in").asString(""),
                parameter.path("required").asBoolean(false),
                parameter.path("description").asString(""),
                allowed);
    }

    private static String curl(String address, String method, String type, String body) {
        StringBuilder command = new StringBuilder("curl -sS -H \"Authorization: Bearer $TOKEN\"");
        if (!method.equals("GET")) {
            command.append(" -X ").append(method);
        }
        if (!type.isEmpty()) {
            command.append(" \\\n  -H 'Content-Type: ").append(type).append("' --data-binary ");
            command.append(body.isEmpty() ? "@FILE" : "'" + body.replace("'", "'\\''") + "'");
        }
        return command.append(" \\\n  '").append(address).append("'").toString();
    }

    /** A value of that shape: an example of the document's where there is one, else the plainest. */
    private JsonNode example(JsonNode raw, int depth) {
        JsonNode schema = resolved(raw);
        if (schema.path("examples").isArray() && !schema.path("examples").isEmpty()) {
            return schema.path("examples").get(0);
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0);
        }
        String type = schema.path("type").isArray()
                ? schema.at("/type/0").asString("")
                : schema.path("type").asString("");
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> depth > DEEPEST ? Json.array() : Json.array().add(example(schema.path("items"), depth + 1));
            case "boolean" -> Json.object().booleanNode(false);
            case "integer", "number" -> Json.object().numberNode(0);
            default -> Json.object().stringNode("");
        };
    }

    /** What is required; where nothing is, everything. */
    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode made = Json.object();
        List<String> required =
                stream(schema.path("required")).map(JsonNode::asString).toList();
        if (depth <= DEEPEST) {
            schema.path("properties").forEachEntry((name, member) -> {
                if (required.isEmpty() || required.contains(name)) {
                    made.set(name, example(member, depth + 1));
                }
            });
        }
        return made;
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? resolved(document.at(reference.substring(1))) : node;
    }

    private static String pretty(JsonNode node) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return array instanceof ArrayNode
                ? StreamSupport.stream(array.spliterator(), false)
                : java.util.stream.Stream.empty();
    }
}
