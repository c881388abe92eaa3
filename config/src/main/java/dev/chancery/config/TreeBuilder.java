package dev.chancery.config;

import dev.chancery.config.Node.Entry;
import dev.chancery.config.Node.Mapping;
import dev.chancery.config.Node.Scalar;
import dev.chancery.config.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLReadFeature;
import tools.jackson.dataformat.yaml.YAMLSchema;

/**
 * Text to tree, every part with its place. Of YAML only what settings need: one document, no anchors, aliases or tags
 * (an alias can multiply a small text into gigabytes), 32 levels, 1 MiB.
 */
final class TreeBuilder {
    private static final int DEEPEST = 32;

    /** Failsafe: every scalar stays the text that was written, so that `NO`, `010` and `1.10` survive. */
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .yamlSchema(YAMLSchema.FAILSAFE)
            .disable(YAMLReadFeature.EMPTY_STRING_AS_NULL)
            .build();

    private final Source source;
    private final int[] characters;
    private final JsonParser parser;
    private final Problems problems;

    private TreeBuilder(Source source, JsonParser parser, Problems problems) {
        this.source = source;
        this.characters = source.text().codePoints().toArray();
        this.parser = parser;
        this.problems = problems;
    }

    /** The whole text; an empty section where there is nothing but comments. A duplicate key is added to problems. */
    static Node build(Source source, Problems problems) throws SyntaxException {
        if (source.isTooLarge()) {
            throw new SyntaxException(source.nowhere(), KeyPath.ROOT, Source.TOO_LARGE);
        }
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), source.text())) {
            return new TreeBuilder(source, parser, problems).document();
        } catch (JacksonException refused) {
            throw SyntaxMessages.explain(source, refused);
        }
    }

    private Node document() throws SyntaxException {
        JsonToken first = next(KeyPath.ROOT);
        if (first == null) {
            return new Mapping(List.of(), source.start());
        }
        Node root = value(first, KeyPath.ROOT, 1);
        if (next(KeyPath.ROOT) != null) {
            throw refuse(
                    KeyPath.ROOT, "a second document begins; one file is one document, remove `---` and what follows");
        }
        return root;
    }

    private Node value(@Nullable JsonToken token, KeyPath path, int depth) throws SyntaxException {
        if (token == JsonToken.VALUE_STRING) {
            return new Scalar(parser.getString(), isPlain(), position());
        }
        if (depth > DEEPEST) {
            throw refuse(path, "is nested more than " + DEEPEST + " levels deep");
        }
        if (token == JsonToken.START_OBJECT) {
            return mapping(path, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            return sequence(path, depth);
        }
        throw refuse(path, "is not a value that settings can have");
    }

    private Mapping mapping(KeyPath path, int depth) throws SyntaxException {
        Position start = position();
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (next(path) == JsonToken.PROPERTY_NAME) {
            Position keyPosition = position();
            String key = parser.getString();
            KeyPath keyPath = path.child(key);
            Entry entry = new Entry(key, keyPosition, value(next(keyPath), keyPath, depth + 1));
            Entry earlier = entries.putIfAbsent(key, entry);
            if (earlier != null) {
                String place =
                        source.hasLines() ? " in line " + earlier.keyPosition().line() : "";
                problems.add(keyPosition, keyPath, "is given twice; it is already set" + place);
            }
        }
        return new Mapping(List.copyOf(entries.values()), start);
    }

    private Sequence sequence(KeyPath path, int depth) throws SyntaxException {
        Position start = position();
        List<Node> items = new ArrayList<>();
        while (true) {
            KeyPath element = path.element(items.size());
            JsonToken token = next(element);
            if (token == JsonToken.END_ARRAY) {
                return new Sequence(items, start);
            }
            items.add(value(token, element, depth + 1));
        }
    }

    /** The next token; null at the end of the text. */
    private @Nullable JsonToken next(KeyPath path) throws SyntaxException {
        JsonToken token;
        try {
            token = parser.nextToken();
        } catch (JacksonException refused) {
            refuseAnchorsAndTags(path); // it may be a value that does not fit its tag
            throw refused;
        }
        if (token == null && parser.isClosed()) {
            return null;
        }
        refuseAnchorsAndTags(path);
        return token;
    }

    /** An anchor, alias or tag stands first in its token, and unquoted text can begin with none of them. */
    private void refuseAnchorsAndTags(KeyPath path) throws SyntaxException {
        switch (firstCharacter()) {
            case '&', '*' ->
                throw refuse(path, "anchors (&) and aliases (*) are not accepted; " + SyntaxMessages.QUOTE);
            case '!' -> throw refuse(path, "tags (!) are not accepted; " + SyntaxMessages.QUOTE);
            default -> {}
        }
    }

    private int firstCharacter() {
        long offset = parser.currentTokenLocation().getCharOffset();
        return offset >= 0 && offset < characters.length ? characters[(int) offset] : ' ';
    }

    private boolean isPlain() {
        return switch (firstCharacter()) {
            case '"', '\'', '|', '>' -> false;
            default -> true;
        };
    }

    private Position position() {
        TokenStreamLocation location = parser.currentTokenLocation();
        return source.at(location.getLineNr(), location.getColumnNr());
    }

    private SyntaxException refuse(KeyPath path, String message) {
        return new SyntaxException(position(), path, message);
    }
}
