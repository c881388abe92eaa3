package dev.chancery.config;

import dev.chancery.config.RecordShape.Component;
import dev.chancery.config.Shape.Either;
import dev.chancery.config.Shape.Keyed;
import dev.chancery.config.Shape.Many;
import dev.chancery.config.Shape.Maybe;
import dev.chancery.config.Shape.Single;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shape of a record's YAML as JSON Schema (draft 2020-12), for editors: which keys there are, what they take, and what
 * they mean. What values a record refuses by itself, only {@link YamlReader} knows.
 */
public final class JsonSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, String> descriptions;

    private JsonSchema(Map<String, String> descriptions) {
        this.descriptions = descriptions;
    }

    /**
     * The schema as JSON text, indented.
     *
     * @param descriptions by key, {@code names.counts.dns}, {@code policies[].oid}; the empty key is the record itself
     * @throws IllegalArgumentException when a key has no description, or a description no key
     */
    public static String of(Class<? extends Record> type, String title, Map<String, String> descriptions) {
        JsonSchema writer = new JsonSchema(new java.util.TreeMap<>(descriptions));
        ObjectNode root = NODES.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", title);
        root.setAll(writer.schema(Shapes.of(type), KeyPath.ROOT, Optional.empty()));
        if (!writer.descriptions.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no such keys to describe: " + KeyName.join(new TreeSet<>(writer.descriptions.keySet())));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private ObjectNode schema(Shape shape, KeyPath path, Optional<Object> value) {
        ObjectNode node = NODES.objectNode();
        if (!path.text().endsWith("[]")) {
            node.put("description", describe(path));
        }
        node.setAll(form(shape, path, value));
        if (value.isPresent() && shape instanceof Single single) {
            putDefault(single, single.print(value.get()), node);
        }
        return node;
    }

    private static void putDefault(Single single, String printed, ObjectNode node) {
        switch (single.form().type()) {
            case "boolean" -> node.put("default", Boolean.parseBoolean(printed));
            case "integer" -> node.put("default", Long.parseLong(printed));
            default -> node.put("default", printed.equals("\"\"") ? "" : printed);
        }
    }

    private String describe(KeyPath path) {
        String description = descriptions.remove(path.text());
        if (description == null) {
            throw new IllegalArgumentException("the key " + path.text() + " has no description");
        }
        return description;
    }

    private ObjectNode form(Shape shape, KeyPath path, Optional<Object> value) {
        if (shape instanceof RecordShape record) {
            return section(record, path, value);
        }
        if (shape instanceof Many many) {
            ObjectNode list = NODES.objectNode().put("type", "array");
            list.set("items", schema(many.element(), new KeyPath(path.text() + "[]"), Optional.empty()));
            return many.distinct() ? list.put("uniqueItems", true) : list;
        }
        if (shape instanceof Keyed keyed) {
            ObjectNode map = NODES.objectNode().put("type", "object");
            map.set("additionalProperties", schema(keyed.value(), path.child("*"), Optional.empty()));
            return map;
        }
        if (shape instanceof Maybe maybe) {
            return orNothing(
                    form(maybe.value(), path, value.flatMap(it -> ((Optional<?>) it).map(Object.class::cast))));
        }
        if (shape instanceof Either either) {
            ObjectNode node = NODES.objectNode();
            node.putArray("anyOf").add(single(either.brief())).add(section(either.full(), path, value));
            return node;
        }
        return single((Single) shape);
    }

    /** A key without a value is as good as none. */
    private static ObjectNode orNothing(ObjectNode node) {
        if (node.get("type") == null) {
            return node;
        }
        String type = node.get("type").asString();
        node.putArray("type").add(type).add("null");
        if (node.get("enum") instanceof ArrayNode words) {
            words.addNull();
        }
        return node;
    }

    private static ObjectNode single(Single single) {
        ObjectNode node = NODES.objectNode().put("type", single.form().type());
        if (!single.form().words().isEmpty()) {
            ArrayNode words = node.putArray("enum");
            single.form().words().forEach(words::add);
        }
        return node;
    }

    private ObjectNode section(RecordShape record, KeyPath path, Optional<Object> value) {
        Optional<Object> defaults = value.or(record::defaultInstance);
        ObjectNode node = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        ArrayNode required = NODES.arrayNode();
        ObjectNode properties = node.putObject("properties");
        for (Component component : record.components()) {
            Optional<Object> own = defaults.map(component::of);
            properties.set(component.key(), schema(component.shape(), path.child(component.key()), own));
            if (isRequired(component.shape(), own)) {
                required.add(component.key());
            }
        }
        if (!required.isEmpty()) {
            node.set("required", required);
        }
        return node;
    }

    /** As {@link Binder} has it: a section that is missing is made of the defaults of its keys. */
    private static boolean isRequired(Shape shape, Optional<Object> own) {
        if (own.or(shape::whenMissing).isPresent()) {
            return false;
        }
        return !(shape instanceof RecordShape record)
                || record.defaultInstance().isEmpty()
                        && record.components().stream()
                                .anyMatch(component -> isRequired(component.shape(), Optional.empty()));
    }
}
