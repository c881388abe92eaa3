package dev.chancery.config;

import dev.chancery.config.Node.Entry;
import dev.chancery.config.Node.Mapping;
import dev.chancery.config.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays {@code --set key=value} over a parsed file: a section is merged key by key, everything else is replaced. */
final class Overrides {
    private final Problems problems;

    Overrides(Problems problems) {
        this.problems = problems;
    }

    /** The name of an override in messages. */
    static String sourceName(String key) {
        return "--set " + key;
    }

    Node apply(Node root, Map<String, String> overrides) {
        Node result = root;
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            Optional<Node> value = value(override.getKey(), override.getValue());
            if (value.isPresent()) {
                result = merge(result, nested(override.getKey(), value.get()));
            }
        }
        return result;
    }

    private Optional<Node> value(String key, String text) {
        Source source = new Source(sourceName(key), text, false);
        if (!key.matches("[^.]+(\\.[^.]+){0,31}")) {
            problems.add(source.nowhere(), KeyPath.ROOT, "is not a key; write it as `section.key=value`");
            return Optional.empty();
        }
        try {
            Node node = TreeBuilder.build(source, problems);
            boolean noText =
                    node instanceof Mapping mapping && mapping.entries().isEmpty() && !text.contains("{");
            Node value = noText ? new Scalar("", true, source.nowhere()) : node;
            if (value instanceof Scalar scalar
                    && scalar.plain()
                    && !scalar.text().equals(text.strip())) {
                // The value is not repeated: it may be a secret.
                String message =
                        "would be cut short, since YAML takes what follows a `#` for a comment; put the value in "
                                + "quotes inside the shell's own";
                problems.add(source.nowhere(), KeyPath.ROOT, message);
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (SyntaxException refused) {
            refused.reportTo(problems);
            return Optional.empty();
        }
    }

    /** {@code a.b = v} as the tree {@code {a: {b: v}}}. */
    private static Node nested(String key, Node value) {
        int dot = key.indexOf('.');
        String first = dot < 0 ? key : key.substring(0, dot);
        Node below = dot < 0 ? value : nested(key.substring(dot + 1), value);
        return new Mapping(List.of(new Entry(first, value.position(), below)), value.position());
    }

    private static Node merge(Node below, Node above) {
        if (!(above instanceof Mapping upper)) {
            return above;
        }
        if (!(below instanceof Mapping lower)) {
            // A value where a section belongs is a mistake of the file; it must not be hidden by an override.
            return below.isEmpty() ? above : below;
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : lower.entries()) {
            entries.add(upper.entry(entry.key())
                    .map(over -> new Entry(entry.key(), over.keyPosition(), merge(entry.value(), over.value())))
                    .orElse(entry));
        }
        upper.entries().stream()
                .filter(entry -> lower.entry(entry.key()).isEmpty())
                .forEach(entries::add);
        return new Mapping(entries, lower.position());
    }
}
