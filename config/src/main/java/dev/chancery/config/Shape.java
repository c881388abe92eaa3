package dev.chancery.config;

import dev.chancery.config.Node.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a record's component accepts in YAML. */
sealed interface Shape permits Shape.Single, Shape.Many, Shape.Keyed, Shape.Maybe, Shape.Either, RecordShape {

    /** In the reader's words, for `expected …` and for the manual: `a whole number`. */
    String description();

    /** The value as one would write it in YAML. */
    String print(Object value);

    /** The value of a key that is missing and has no default, where there is one: what may be empty, is. */
    default Optional<Object> whenMissing() {
        return Optional.empty();
    }

    /** A single value. */
    record Single(String description, ScalarParser parser, ScalarPrinter printer, Form form) implements Shape {
        Single(String description, ScalarParser parser, ScalarPrinter printer) {
            this(description, parser, printer, Form.TEXT);
        }

        @Override
        public String print(Object value) {
            return printer.print(value);
        }
    }

    /**
     * What a single value looks like to JSON.
     *
     * @param type of JSON Schema: {@code string}, {@code integer}, {@code boolean}
     * @param words all that there are; empty for any
     */
    record Form(String type, List<String> words) {
        static final Form TEXT = new Form("string", List.of());
        static final Form WHOLE_NUMBER = new Form("integer", List.of());
        static final Form YES_OR_NO = new Form("boolean", List.of());

        public Form {
            words = List.copyOf(words);
        }

        static Form oneOf(List<String> words) {
            return new Form("string", words);
        }
    }

    /** A list, in order. As a {@code Set} it must not name anything twice. */
    record Many(Shape element, boolean distinct) implements Shape {
        @Override
        public Optional<Object> whenMissing() {
            return Optional.of(distinct ? Set.of() : List.of());
        }

        @Override
        public String description() {
            return "a list (each: " + element.description() + ")";
        }

        @Override
        public String print(Object value) {
            return ((Collection<?>) value).stream().map(element::print).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A section whose keys are the user's own. */
    record Keyed(Shape value) implements Shape {
        @Override
        public Optional<Object> whenMissing() {
            return Optional.of(Map.of());
        }

        @Override
        public String description() {
            return "a section of names of your own (each: " + value.description() + ")";
        }

        @Override
        public String print(Object map) {
            return ((Map<?, ?>) map)
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + value.print(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** What may be left out. */
    record Maybe(Shape value) implements Shape {
        @Override
        public Optional<Object> whenMissing() {
            return Optional.of(Optional.empty());
        }

        @Override
        public String description() {
            return value.description();
        }

        @Override
        public String print(Object optional) {
            return ((Optional<?>) optional).map(value::print).orElse("");
        }
    }

    /** A section, or a single value that stands for it where that says enough. */
    record Either(Single brief, RecordShape full) implements Shape {
        @Override
        public String description() {
            return brief.description() + ", or a section with " + KeyName.join(full.keys());
        }

        @Override
        public String print(Object value) {
            return full.print(value);
        }
    }

    /** Turns what was written into a value. */
    @FunctionalInterface
    interface ScalarParser {
        /**
         * The value.
         *
         * @throws IllegalArgumentException saying what is wrong, without naming the key
         */
        Object parse(Scalar scalar);
    }

    /** The way back. */
    @FunctionalInterface
    interface ScalarPrinter {
        String print(Object value);
    }
}
