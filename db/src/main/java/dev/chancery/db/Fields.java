package dev.chancery.db;

import dev.chancery.core.x509.Der;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;

/**
 * One JSON object, read strictly: each field is taken once, with its type, and none may be left over.
 *
 * <p>Syntax errors are {@code StreamReadException}s, everything else that is wrong an IllegalArgumentException.
 */
final class Fields {
    private final Map<String, Object> values;

    private Fields(Map<String, Object> values) {
        this.values = values;
    }

    static Fields parse(byte[] json) {
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new StreamReadException(parser, "not a JSON object");
            }
            Fields fields = object(parser);
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "something follows the JSON object");
            }
            return fields;
        }
    }

    private static Fields object(JsonParser parser) {
        Map<String, Object> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser));
        }
        return new Fields(values);
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            default -> throw new StreamReadException(parser, "a value of a kind that records do not have");
        };
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    String text(String name) {
        return required(name, take(name, String.class));
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(take(name, String.class));
    }

    long number(String name) {
        return required(name, take(name, Long.class));
    }

    Optional<Long> optionalNumber(String name) {
        return Optional.ofNullable(take(name, Long.class));
    }

    boolean flag(String name) {
        return required(name, take(name, Boolean.class));
    }

    /** {@code true} or left out. */
    boolean mark(String name) {
        return Boolean.TRUE.equals(take(name, Boolean.class));
    }

    Der base64(String name) {
        return Der.fromBase64(text(name));
    }

    Instant time(String name) {
        return instant(text(name));
    }

    Optional<Instant> optionalTime(String name) {
        return optionalText(name).map(Fields::instant);
    }

    private static Instant instant(String text) {
        try {
            return Micros.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a time such as 2026-01-31T12:00:00Z", e);
        }
    }

    Fields object(String name) {
        return required(name, take(name, Fields.class));
    }

    Optional<Fields> optionalObject(String name) {
        return Optional.ofNullable(take(name, Fields.class));
    }

    List<String> texts(String name) {
        return elements(name, required(name, take(name, List.class)), String.class);
    }

    Optional<List<String>> optionalTexts(String name) {
        return Optional.ofNullable(take(name, List.class)).map(list -> elements(name, list, String.class));
    }

    List<Fields> objects(String name) {
        return elements(name, required(name, take(name, List.class)), Fields.class);
    }

    private static <T> List<T> elements(String name, List<?> list, Class<T> type) {
        List<T> typed = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!type.isInstance(element)) {
                throw new IllegalArgumentException("an element of the field \"" + name + "\" has the wrong type");
            }
            typed.add(type.cast(element));
        }
        return typed;
    }

    private <T> @Nullable T take(String name, Class<T> type) {
        Object value = values.remove(name);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException("the field \"" + name + "\" has the wrong type");
        }
        return value == null ? null : type.cast(value);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("the field \"" + name + "\" is missing");
        }
        return value;
    }

    /** To be called when every known field has been taken. */
    void finish() {
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown field \"" + values.keySet().iterator().next() + "\"");
        }
    }
}
