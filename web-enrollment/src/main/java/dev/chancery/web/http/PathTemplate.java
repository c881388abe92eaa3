package dev.chancery.web.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with variables, {@code /api/v1/certificates/{serial}.pem}. A variable matches within one segment and is never
 * empty; where several templates match, the one with more literal text wins.
 */
public final class PathTemplate {
    private static final Pattern SEGMENT = Pattern.compile("\\{([a-zA-Z]+)}([^{}]*)");

    private final String text;
    private final List<Segment> segments;

    private PathTemplate(String text, List<Segment> segments) {
        this.text = text;
        this.segments = List.copyOf(segments);
    }

    /** @param variable empty for a literal segment */
    private record Segment(String variable, String literal) {
        boolean matches(String found) {
            return variable.isEmpty()
                    ? found.equals(literal)
                    : found.length() > literal.length() && found.endsWith(literal);
        }
    }

    public static PathTemplate of(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with '/', this one is \"" + text + "\"");
        }
        List<Segment> segments = new ArrayList<>();
        for (String part : split(text)) {
            Matcher variable = SEGMENT.matcher(part);
            if (variable.matches()) {
                segments.add(new Segment(variable.group(1), variable.group(2)));
            } else if (part.contains("{") || part.contains("}")) {
                throw new IllegalArgumentException("\"" + text + "\": a variable opens its segment, as in {name}.pem");
            } else {
                segments.add(new Segment("", part));
            }
        }
        return new PathTemplate(text, segments);
    }

    /** The segments between slashes; {@code /} has one, which is empty. */
    static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** The values of the variables, or empty when the path is another one. */
    Optional<Map<String, String>> match(List<String> found) {
        if (found.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            Segment segment = segments.get(i);
            String value = found.get(i);
            if (!segment.matches(value)) {
                return Optional.empty();
            }
            if (!segment.variable().isEmpty()) {
                variables.put(
                        segment.variable(),
                        value.substring(0, value.length() - segment.literal().length()));
            }
        }
        return Optional.of(variables);
    }

    public List<String> variables() {
        return segments.stream()
                .map(Segment::variable)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** More literal text is more specific: {@code /users/me} before {@code /users/{name}}. */
    int specificity() {
        return segments.stream()
                .mapToInt(segment ->
                        segment.literal().length() + (segment.variable().isEmpty() ? 1000 : 0))
                .sum();
    }

    @Override
    public String toString() {
        return text;
    }
}
