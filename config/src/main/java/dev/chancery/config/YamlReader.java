package dev.chancery.config;

import dev.chancery.config.Node.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a YAML text into a record, strictly.
 *
 * <p>A key is the component's name in kebab case ({@code crlLifetime}: {@code crl-lifetime}). Components are nested records,
 * {@code List}, {@code Set}, {@code Map<String, …>}, {@code Optional}, {@code boolean}, {@code int}, {@code long},
 * {@code String}, enums, {@code Duration}, {@code Period}, {@code TemporalAmount} (either of the two), {@code Path},
 * {@code URI}, and every type with a public static {@code of(String)} or {@code parse(String)}. A record with a public static
 * {@code brief(String)} may also be written as that one value. A record that refuses its values may begin its message with the
 * key that it means, {@code maximum: …}, which is then shown with its line.
 *
 * <p>A key that is not there takes its value from the record's {@code public static T defaults()}, level by level: a default
 * of an outer record wins over {@code defaults()} of an inner one. A list or a map replaces its default as a whole. Without
 * a default, what may be empty is empty and the rest is an error.
 *
 * <p>Every method throws {@link ConfigurationException} with all mistakes of the text, and {@link IllegalArgumentException}
 * when the record itself cannot be mapped.
 */
public final class YamlReader {
    private YamlReader() {}

    /** Reads a UTF-8 file of at most 1 MiB. */
    public static <T extends Record> T read(Path file, Class<T> type) {
        return read(file, type, Map.of());
    }

    /**
     * Reads a UTF-8 file of at most 1 MiB, under overrides.
     *
     * @param overrides dotted keys, {@code crl.lifetime}, with values in YAML, as in {@code --set crl.lifetime='7 days'}
     */
    public static <T extends Record> T read(Path file, Class<T> type, Map<String, String> overrides) {
        Problems problems = new Problems();
        Optional<String> text = load(file, problems);
        problems.throwIfAny();
        return read(file.toString(), text.orElseThrow(), type, overrides);
    }

    /**
     * Reads a text that is already at hand.
     *
     * @param name stands in messages for the file
     */
    public static <T extends Record> T read(String name, String text, Class<T> type) {
        return read(name, text, type, Map.of());
    }

    /** Reads a text that is already at hand, under overrides. */
    public static <T extends Record> T read(String name, String text, Class<T> type, Map<String, String> overrides) {
        RecordShape shape = Shapes.of(type);
        Source source = new Source(name, text, true);
        Problems problems = new Problems();
        Optional<Node> file = parse(source, problems);
        Node root = new Overrides(problems).apply(file.orElse(nothing(source)), overrides);
        if (file.isEmpty()) {
            // What an unreadable file says cannot be judged; its missing keys would be noise.
            problems.throwIfAny();
        }
        Place place = new Place(KeyPath.ROOT, source.start(), root);
        Optional<Object> value = new Binder(problems).bind(shape, place, Optional.empty());
        problems.throwIfAny();
        return type.cast(value.orElseThrow());
    }

    private static Optional<Node> parse(Source source, Problems problems) {
        try {
            return Optional.of(TreeBuilder.build(source, problems));
        } catch (SyntaxException refused) {
            refused.reportTo(problems);
            return Optional.empty();
        }
    }

    private static Node nothing(Source source) {
        return new Mapping(List.of(), source.start());
    }

    private static Optional<String> load(Path file, Problems problems) {
        Position nowhere = new Position(file.toString(), 0, 0);
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] content = bytes.readNBytes(Source.MAXIMUM_BYTES + 1);
            if (content.length > Source.MAXIMUM_BYTES) {
                problems.add(nowhere, KeyPath.ROOT, Source.TOO_LARGE);
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (NoSuchFileException absent) {
            problems.add(nowhere, KeyPath.ROOT, "there is no such file");
        } catch (CharacterCodingException notText) {
            problems.add(nowhere, KeyPath.ROOT, "is not UTF-8 text; save it with that encoding");
        } catch (IOException failed) {
            problems.add(nowhere, KeyPath.ROOT, "cannot be read: " + failed.getMessage());
        }
        return Optional.empty();
    }
}
