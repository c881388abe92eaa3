package dev.chancery.server.command.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A JSON object of an answer; what is missing or of another type is the server's mistake and said as such. */
public record Fields(JsonNode node) {
    public static Fields of(ApiAnswer answer) {
        return new Fields(answer.json());
    }

    public Fields {
        if (!node.isObject()) {
            throw new UnexpectedAnswerException("is no JSON object where one belongs.");
        }
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new UnexpectedAnswerException("has no \"" + name + "\"."));
    }

    /** A string, or a number or truth value as text. */
    public Optional<String> optionalText(String name) {
        return node.optional(name)
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asString);
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(value -> texts.add(value.asString("")));
        return texts;
    }

    public boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    public Instant instant(String name) {
        return optionalInstant(name).orElseThrow(() -> new UnexpectedAnswerException("has no \"" + name + "\"."));
    }

    public Optional<Instant> optionalInstant(String name) {
        return optionalText(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new UnexpectedAnswerException("has a \"" + name + "\" that is no moment: " + text);
            }
        });
    }

    public Optional<Fields> object(String name) {
        return node.optional(name).filter(JsonNode::isObject).map(Fields::new);
    }

    public List<Fields> objects(String name) {
        JsonNode array = node.path(name);
        if (!array.isArray()) {
            throw new UnexpectedAnswerException("has no list \"" + name + "\".");
        }
        List<Fields> objects = new ArrayList<>();
        array.forEach(one -> objects.add(new Fields(one)));
        return objects;
    }
}
