package dev.chancery.db;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes one JSON object, field by field; a field that is empty is left out. */
final class Json {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    static byte[] object(Consumer<Json> content) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), octets)) {
            generator.writeStartObject();
            content.accept(new Json(generator));
            generator.writeEndObject();
        }
        return octets.toByteArray();
    }

    Json text(String name, String value) {
        generator.writeStringProperty(name, value);
        return this;
    }

    Json text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    Json time(String name, Instant value) {
        return text(name, value.toString());
    }

    Json time(String name, Optional<Instant> value) {
        value.ifPresent(present -> time(name, present));
        return this;
    }

    Json number(String name, long value) {
        generator.writeNumberProperty(name, value);
        return this;
    }

    Json flag(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
        return this;
    }

    Json texts(String name, List<String> values) {
        generator.writeArrayPropertyStart(name);
        values.forEach(generator::writeString);
        generator.writeEndArray();
        return this;
    }

    Json object(String name, Consumer<Json> content) {
        generator.writeObjectPropertyStart(name);
        content.accept(this);
        generator.writeEndObject();
        return this;
    }

    <T> Json objects(String name, List<T> values, Consumer<T> content) {
        generator.writeArrayPropertyStart(name);
        for (T value : values) {
            generator.writeStartObject();
            content.accept(value);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        return this;
    }
}
