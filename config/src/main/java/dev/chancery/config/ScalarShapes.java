package dev.chancery.config;

import dev.chancery.config.Node.Scalar;
import dev.chancery.config.Shape.Form;
import dev.chancery.config.Shape.Single;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The single values: Java's own that settings need, enums, and whatever type brings its own factory. */
final class ScalarShapes {
    private static final Single BOOLEAN =
            new Single("true or false", ScalarShapes::bool, Object::toString, Form.YES_OR_NO);
    private static final Single INT = wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE, Math::toIntExact);
    private static final Single LONG = wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE, number -> number);

    private static final Map<Class<?>, Single> KNOWN = Map.ofEntries(
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(String.class, new Single("text", PlainText::parse, value -> PlainText.print((String) value))),
            Map.entry(Duration.class, time(TimeText::parseDuration)),
            Map.entry(Period.class, time(TimeText::parsePeriod)),
            Map.entry(TemporalAmount.class, time(TimeText::parse)),
            Map.entry(Path.class, text("a path", ScalarShapes::path)),
            Map.entry(URI.class, text("a URL", ScalarShapes::uri)));

    private ScalarShapes() {}

    static Optional<Single> of(Class<?> type) {
        Single known = KNOWN.get(type);
        if (known != null) {
            return Optional.of(known);
        }
        return FactoryMethod.of(type).map(FactoryMethod::shape).or(() -> EnumShape.of(type));
    }

    private static Single text(String description, Function<String, Object> parser) {
        return new Single(
                description, scalar -> parser.apply(scalar.text()), value -> PlainText.print(value.toString()));
    }

    private static Single time(Function<String, TemporalAmount> parser) {
        return new Single(
                "a length of time",
                scalar -> parser.apply(scalar.text()),
                value -> TimeText.print((TemporalAmount) value));
    }

    private static Single wholeNumber(long least, long most, Function<Long, Object> convert) {
        return new Single(
                "a whole number",
                scalar -> convert.apply(WholeNumber.parse(scalar, least, most)),
                Object::toString,
                Form.WHOLE_NUMBER);
    }

    private static Object bool(Scalar scalar) {
        String text = scalar.text();
        boolean value = text.equals("true");
        if (scalar.plain() && (value || text.equals("false"))) {
            return value;
        }
        throw new IllegalArgumentException(
                "expected true or false, without quotes, but found " + PrintableText.quote(text)
                        + YesOrNo.of(text).map(meant -> "; write " + meant).orElse(""));
    }

    private static Path path(String text) {
        if (text.startsWith("~")) {
            throw new IllegalArgumentException(
                    PrintableText.quote(text) + " begins with `~`, which only a shell expands; write the whole path");
        }
        return Path.of(text);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException refused) {
            throw new IllegalArgumentException(
                    PrintableText.quote(text) + " is not a URL: " + refused.getReason(), refused);
        }
    }
}
