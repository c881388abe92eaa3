package dev.chancery.config;

import dev.chancery.config.Node.Entry;
import dev.chancery.config.Node.Mapping;
import dev.chancery.config.Node.Scalar;
import dev.chancery.config.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes single values in a YAML text and leaves everything else as it was written: order, comments, blank lines. What
 * comes out is read again and compared, so that nothing else can have changed.
 */
public final class YamlText {
    private YamlText() {}

    /** A text as a value in YAML, in quotes where it needs them. */
    public static String scalar(String text) {
        return PlainText.print(text);
    }

    /** Texts as a list in YAML. */
    public static String list(List<String> texts) {
        return "[" + String.join(", ", texts.stream().map(PlainText::print).toList()) + "]";
    }

    /** What a single value says, without its quotes. */
    public static String plain(String value) {
        if (value.isEmpty() || !"\"'".contains(value.substring(0, 1))) {
            return value;
        }
        Optional<Node> node = tree(value);
        return node.isPresent() && node.get() instanceof Scalar scalar ? scalar.text() : value;
    }

    /**
     * The text with another value for one key.
     *
     * @param key {@code validity.maximum}; it need not be there yet
     * @param value in YAML, on one line; empty to take the key out
     * @throws IllegalArgumentException when the key stands where this cannot be done, with what to do instead
     */
    public static String with(String text, String key, String value) {
        Node before = tree(text).orElseThrow(() -> cannot(key, "the text is not YAML"));
        String after = new YamlLines(text, key, value).change(before);
        Map<String, String> wanted = flat(before, key);
        Node result = tree(after).orElseThrow(() -> cannot(key, "the value is not YAML"));
        boolean arrived = find(result, key).map(YamlText::words).orElse("").equals(wanted(value));
        if (!flat(result, key).equals(wanted) || !arrived) {
            throw cannot(key, "other keys would change with it");
        }
        return after;
    }

    private static String wanted(String value) {
        return value.isEmpty()
                ? ""
                : tree("x: " + value)
                        .flatMap(node -> find(node, "x"))
                        .map(YamlText::words)
                        .orElse("");
    }

    static IllegalArgumentException cannot(String key, String why) {
        return new IllegalArgumentException(
                "the form cannot change " + key + " here, since " + why + "; change it in the YAML");
    }

    private static Optional<Node> tree(String text) {
        Problems problems = new Problems();
        try {
            return Optional.of(TreeBuilder.build(new Source("text", text, true), problems));
        } catch (SyntaxException e) {
            return Optional.empty();
        }
    }

    static Optional<Node> find(Node root, String key) {
        Node here = root;
        for (String part : key.split("\\.", -1)) {
            Optional<Entry> entry = here instanceof Mapping mapping ? mapping.entry(part) : Optional.empty();
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            here = entry.get().value();
        }
        return Optional.of(here);
    }

    /** Every value but what stands under one key. A section with nothing in it is as good as none. */
    private static Map<String, String> flat(Node root, String except) {
        Map<String, String> all = new TreeMap<>();
        collect(root, "", except, all);
        return all;
    }

    private static void collect(Node node, String path, String except, Map<String, String> all) {
        if (path.equals(except)) {
            return;
        }
        if (node instanceof Mapping mapping) {
            mapping.entries()
                    .forEach(entry -> collect(
                            entry.value(), path.isEmpty() ? entry.key() : path + "." + entry.key(), except, all));
        } else if (!node.isEmpty()) {
            all.put(path, words(node));
        }
    }

    private static String words(Node node) {
        if (node instanceof Sequence sequence) {
            List<String> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(words(item)));
            return items.toString();
        }
        return node instanceof Mapping mapping
                ? flat(mapping, "\0").toString()
                : ((Scalar) node).plain() + " " + ((Scalar) node).text();
    }
}
