package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.Client.Answer;
import dev.chancery.web.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document, and whether an answer is what it promises: as much of JSON Schema as the document uses. */
final class OpenApi {
    private final JsonNode document;

    OpenApi(byte[] document) {
        this.document = Json.read(document);
    }

    JsonNode document() {
        return document;
    }

    /** {@code POST /api/v1/certificates}, as routes call themselves. */
    List<String> operations() {
        List<String> labels = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(
                                method -> labels.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return labels;
    }

    JsonNode operation(String label) {
        String[] parts = label.split(" ", 2);
        return document.get("paths").get(parts[1]).get(parts[0].toLowerCase(java.util.Locale.ROOT));
    }

    /** That the status is documented for that operation, and the body has the documented shape. */
    void check(String label, Answer answer) {
        JsonNode response = operation(label).get("responses").get(Integer.toString(answer.status()));
        assertThat(response).as(label + " documents " + answer.status()).isNotNull();
        JsonNode content = resolved(response).get("content");
        if (content == null) {
            assertThat(answer.text()).as(label).isEmpty();
            return;
        }
        String type = answer.header("Content-Type");
        assertThat(content.propertyNames()).as(label).contains(type);
        if (type.endsWith("json")) {
            List<String> faults = new ArrayList<>();
            compare(content.get(type).get("schema"), answer.json(), "", faults);
            assertThat(faults).as(label + " " + answer).isEmpty();
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    private void compare(JsonNode reference, JsonNode value, String place, List<String> faults) {
        JsonNode schema = resolved(reference);
        boolean fits = switch (schema.get("type").stringValue()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
        if (!fits) {
            faults.add(place + " is no " + schema.get("type").stringValue());
        } else if (value.isObject() && schema.has("properties")) {
            members(schema, value, place, faults);
        } else if (value.isArray()) {
            value.forEach(one -> compare(schema.get("items"), one, place + "[]", faults));
        } else if (value.isString()) {
            text(schema, value.stringValue(), place, faults);
        }
    }

    private void members(JsonNode schema, JsonNode value, String place, List<String> faults) {
        JsonNode properties = schema.get("properties");
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (properties.has(member.getKey())) {
                compare(properties.get(member.getKey()), member.getValue(), place + "." + member.getKey(), faults);
            } else if (!schema.get("additionalProperties").booleanValue()) {
                faults.add(place + "." + member.getKey() + " is not documented");
            }
        }
        for (JsonNode required : schema.get("required")) {
            if (!value.has(required.stringValue())) {
                faults.add(place + "." + required.stringValue() + " is missing");
            }
        }
    }

    private static void text(JsonNode schema, String value, String place, List<String> faults) {
        boolean listed = !schema.has("enum")
                || schema.get("enum")
                        .valueStream()
                        .anyMatch(word -> word.stringValue().equals(value));
        boolean shaped =
                !schema.has("pattern") || value.matches(schema.get("pattern").stringValue());
        if (!listed || !shaped) {
            faults.add(place + " is \"" + value + "\"");
        }
    }
}
