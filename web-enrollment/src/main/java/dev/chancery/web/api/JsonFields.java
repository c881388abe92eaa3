package dev.chancery.web.api;

import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The members of a JSON object that a client sent, read strictly: 400 for a wrong type, a missing or an unknown one. */
final class JsonFields {
    private final JsonNode node;
    private final String prefix;

    private JsonFields(JsonNode node, String prefix) {
        this.node = node;
        this.prefix = prefix;
    }

    /** The body; without one, an object without members. */
    static JsonFields of(Exchange exchange, String... known) {
        return of(exchange.json(), "", known);
    }

    private static JsonFields of(JsonNode node, String prefix, String... known) {
        if (!node.isObject()) {
            throw wrong(prefix.isEmpty() ? "body" : prefix, "must be a JSON object");
        }
        KnownNames.check("member", node.propertyNames(), List.of(known));
        return new JsonFields(node, prefix);
    }

    Optional<JsonFields> object(String name, String... known) {
        return present(name).map(value -> of(value, field(name), known));
    }

    /** Each an object with these members. */
    Optional<List<JsonFields>> objects(String name, String... known) {
        return present(name).map(value -> {
            if (!value.isArray()) {
                throw wrong(field(name), "must be an array of objects");
            }
            List<JsonFields> objects = new ArrayList<>();
            for (JsonNode one : value) {
                objects.add(of(one, field(name) + "[" + objects.size() + "]", known));
            }
            return objects;
        });
    }

    /** What somebody else reads. */
    Optional<JsonNode> node(String name) {
        return present(name);
    }

    boolean has(String name) {
        return present(name).isPresent();
    }

    Optional<String> text(String name) {
        return present(name).map(value -> textOf(value, field(name)));
    }

    String requiredText(String name) {
        return text(name)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        400,
                        Objection.of(
                                "member-missing", field(name), "The member \"" + field(name) + "\" is missing."))));
    }

    Optional<List<String>> texts(String name) {
        return present(name).map(value -> {
            if (!value.isArray()) {
                throw wrong(field(name), "must be an array of strings");
            }
            List<String> texts = new ArrayList<>();
            for (JsonNode one : value) {
                texts.add(textOf(one, field(name) + "[" + texts.size() + "]"));
            }
            return texts;
        });
    }

    Optional<Boolean> flag(String name) {
        return present(name).map(value -> {
            if (!value.isBoolean()) {
                throw wrong(field(name), "must be true or false");
            }
            return value.booleanValue();
        });
    }

    /** A whole number from 0 on. */
    Optional<Integer> number(String name) {
        return present(name).map(value -> {
            if (!value.isInt() || value.intValue() < 0) {
                throw wrong(field(name), "must be a whole number from 0 on");
            }
            return value.intValue();
        });
    }

    private Optional<JsonNode> present(String name) {
        return node.optional(name).filter(value -> !value.isNull());
    }

    private String field(String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    private static String textOf(JsonNode value, String field) {
        if (!value.isString()) {
            throw wrong(field, "must be a string");
        }
        return value.stringValue();
    }

    private static ProblemException wrong(String field, String demand) {
        return new ProblemException(
                Problem.of(400, Objection.of("member-type", field, "\"" + field + "\" " + demand + ".")));
    }
}
