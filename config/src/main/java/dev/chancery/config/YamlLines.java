package dev.chancery.config;

import dev.chancery.config.Node.Entry;
import dev.chancery.config.Node.Mapping;
import dev.chancery.config.Node.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lines of a YAML text, of which those of one key are changed. */
final class YamlLines {
    private final List<String> lines;
    private final String key;
    private final String[] path;
    private final String value;

    YamlLines(String text, String key, String value) {
        this.lines = new ArrayList<>(text.lines().toList());
        this.key = key;
        this.path = key.split("\\.", -1);
        this.value = value;
    }

    String change(Node root) {
        Mapping section = (Mapping) Optional.of(root)
                .filter(Mapping.class::isInstance)
                .orElseThrow(() -> YamlText.cannot(key, "the text has no keys"));
        int depth = 0;
        Optional<Entry> parent = Optional.empty();
        Optional<Entry> entry = section.entry(path[0]);
        while (entry.isPresent()
                && depth < path.length - 1
                && !entry.get().value().isEmpty()) {
            parent = entry;
            section = section(entry.get());
            entry = section.entry(path[++depth]);
        }
        if (entry.isPresent() && depth == path.length - 1) {
            replace(entry.get());
        } else if (!value.isEmpty()) {
            insert(section, parent, entry, depth);
        }
        return String.join("\n", lines) + "\n";
    }

    private Mapping section(Entry entry) {
        if (entry.value() instanceof Mapping mapping) {
            return mapping;
        }
        throw YamlText.cannot(key, entry.key() + " is no section");
    }

    private void replace(Entry entry) {
        int line = entry.keyPosition().line() - 1;
        int indent = entry.keyPosition().column() - 1;
        if (!lines.get(line).substring(0, indent).isBlank()) {
            replaceWithin(entry);
            return;
        }
        int end = end(line, indent);
        String comment =
                end == line + 1 ? comment(lines.get(line), indent + entry.key().length() + 1) : "";
        lines.subList(line, end).clear();
        if (!value.isEmpty()) {
            lines.add(line, " ".repeat(indent) + entry.key() + ": " + value + comment);
        }
    }

    /** A single value between braces. */
    private void replaceWithin(Entry entry) {
        Position at = entry.value().position();
        if (value.isEmpty() || !(entry.value() instanceof Scalar scalar) || scalar.isEmpty()) {
            throw YamlText.cannot(key, "it stands between braces with others");
        }
        String line = lines.get(at.line() - 1);
        int from = at.column() - 1;
        int to = scalar.plain() ? from + scalar.text().length() : line.indexOf(line.charAt(from), from + 1) + 1;
        boolean whole = scalar.plain() ? line.startsWith(scalar.text(), from) : to > from;
        if (!whole) {
            throw YamlText.cannot(key, "it goes over several lines");
        }
        lines.set(at.line() - 1, line.substring(0, from) + value + line.substring(to));
    }

    /** The line after the last one of the value of a key. */
    private int end(int line, int indent) {
        int end = line + 1;
        for (int i = line + 1; i < lines.size(); i++) {
            String text = lines.get(i);
            int own = indent(text);
            boolean nothing = text.isBlank() || text.strip().startsWith("#");
            if (!nothing && own <= indent && !(own == indent && text.startsWith("- ", own))) {
                return end;
            }
            end = nothing ? end : i + 1;
        }
        return end;
    }

    private static int indent(String text) {
        return text.length() - text.stripLeading().length();
    }

    /** What stands behind the value, with the blanks before it. */
    private static String comment(String line, int from) {
        boolean single = false;
        boolean twice = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            single ^= c == '\'' && !twice;
            twice ^= c == '"' && !single && line.charAt(i - 1) != '\\';
            if (c == '#' && line.charAt(i - 1) == ' ' && !single && !twice) {
                int begin = i;
                while (line.charAt(begin - 1) == ' ') {
                    begin--;
                }
                return line.substring(begin);
            }
        }
        return "";
    }

    /**
     * Puts a key into a section.
     *
     * @param parent whose value the section is; empty for the text itself
     * @param empty the key at this depth, which is there without a value
     */
    private void insert(Mapping section, Optional<Entry> parent, Optional<Entry> empty, int depth) {
        if (empty.isPresent()) {
            int indent = column(empty.get());
            add(empty.get().keyPosition().line(), indent + 2, depth + 1);
            return;
        }
        if (section.entries().isEmpty()) {
            add(lines.size(), 0, depth);
            return;
        }
        Entry first = section.entries().get(0);
        int indent = column(first);
        int begin = parent.map(entry -> entry.keyPosition().line()).orElse(0);
        int end = parent.map(entry -> end(entry.keyPosition().line() - 1, column(entry)))
                .orElse(lines.size());
        add(place(begin, end, indent, depth), indent, depth);
    }

    private int column(Entry entry) {
        int indent = entry.keyPosition().column() - 1;
        if (!lines.get(entry.keyPosition().line() - 1).substring(0, indent).isBlank()) {
            throw YamlText.cannot(key, "its section stands between braces");
        }
        return indent;
    }

    /** Behind the line that explains the key as a comment, else at the end of the section. */
    private int place(int begin, int end, int indent, int depth) {
        int last = parentEnd(begin, end);
        for (int i = begin; i < last; i++) {
            if (lines.get(i).startsWith(" ".repeat(indent) + "#" + path[depth] + ":")) {
                return i + 1;
            }
        }
        return end;
    }

    /** Comments behind the last value belong to the section as far as they are indented like it. */
    private int parentEnd(int begin, int end) {
        int last = end;
        while (begin > 0
                && last < lines.size()
                && (lines.get(last).isBlank() || lines.get(last).startsWith(" "))) {
            last++;
        }
        return last;
    }

    private void add(int at, int indent, int depth) {
        List<String> added = new ArrayList<>();
        int deeper = indent;
        for (String part : Arrays.asList(path).subList(depth, path.length - 1)) {
            added.add(" ".repeat(deeper) + part + ":");
            deeper += 2;
        }
        added.add(" ".repeat(deeper) + path[path.length - 1] + ": " + value);
        lines.addAll(at, added);
    }
}
