package dev.chancery.core.role;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One word with placeholders, {@code meet.{sipdomain}}. */
final class NamePattern {
    private record Part(String literal, List<Reference> reference) {}

    private final List<Part> parts;

    private NamePattern(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException when it is none */
    static NamePattern of(String word) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int open = word.indexOf('{', from);
            int end = open < 0 ? word.length() : open;
            if (end > from) {
                parts.add(new Part(literal(word.substring(from, end)), List.of()));
            }
            if (open < 0) {
                break;
            }
            int close = word.indexOf('}', open);
            parts.add(new Part("", List.of(Reference.of(word.substring(open + 1, close)))));
            from = close + 1;
        }
        return new NamePattern(parts);
    }

    private static String literal(String text) {
        if (!text.matches("[A-Za-z0-9.*-]+")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" cannot stand in a host name; a value stands in braces, as in meet.{sipdomain}");
        }
        return text;
    }

    /** Nothing when one of its values is not there; one for each combination of values that are several. */
    List<String> names(Surroundings here) {
        List<String> names = List.of("");
        for (Part part : parts) {
            List<String> next = part.reference().isEmpty()
                    ? List.of(part.literal())
                    : part.reference().get(0).values(here);
            List<String> longer = new ArrayList<>();
            for (String begin : names) {
                for (String end : next) {
                    if (longer.size() < Planner.MOST_NAMES) {
                        longer.add(begin + end);
                    }
                }
            }
            names = longer;
        }
        return names;
    }

    Stream<Reference> references() {
        return parts.stream().flatMap(part -> part.reference().stream());
    }
}
