package dev.chancery.config;

import java.util.List;
import java.util.Optional;

/** A part of a parsed YAML text, still as it was written, with its place. */
sealed interface Node {
    Position position();

    /** What a person would call it. */
    String kind();

    /** A key without a value, or with one of YAML's words for nothing. */
    default boolean isEmpty() {
        return false;
    }

    /**
     * A single value. Its type is decided by the record that wants it, never guessed from the text.
     *
     * @param plain written without quotes
     */
    record Scalar(String text, boolean plain, Position position) implements Node {
        @Override
        public String kind() {
            return "the single value " + PrintableText.quote(text);
        }

        @Override
        public boolean isEmpty() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    record Sequence(List<Node> items, Position position) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A section. Its entries are in the order of the text, and no key is there twice. */
    record Mapping(List<Entry> entries, Position position) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a section";
        }

        Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }
    }

    record Entry(String key, Position keyPosition, Node value) {}
}
