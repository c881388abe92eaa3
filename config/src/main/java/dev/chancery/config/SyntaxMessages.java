package dev.chancery.config;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;

/** Says in a person's words what the YAML parser said in its own, and where: Jackson itself keeps only the last token. */
final class SyntaxMessages {
    static final String QUOTE = "put text that begins with this character in quotes";

    private SyntaxMessages() {}

    static SyntaxException explain(Source source, JacksonException refused) {
        Throwable cause = refused.getCause();
        if (cause instanceof MarkedYamlEngineException marked) {
            return explain(source, marked);
        }
        if (cause instanceof ReaderException reader) {
            String message = String.format("the character U+%04X cannot stand in a YAML text", reader.getCodePoint());
            return new SyntaxException(source.atIndex(reader.getPosition()), KeyPath.ROOT, message);
        }
        Position position = refused.getLocation() == null
                ? source.nowhere()
                : source.at(
                        Math.max(1, refused.getLocation().getLineNr()),
                        Math.max(1, refused.getLocation().getColumnNr()));
        boolean key = text(refused.getOriginalMessage()).startsWith("Expected a property name");
        String message = key ? "a key must be a plain word, such as `http-port`" : "is not YAML: " + firstLine(refused);
        return new SyntaxException(position, KeyPath.ROOT, message);
    }

    private static String firstLine(JacksonException refused) {
        return text(refused.getOriginalMessage()).lines().findFirst().orElse("no reason is known");
    }

    private static SyntaxException explain(Source source, MarkedYamlEngineException marked) {
        String problem = text(marked.getProblem());
        Mark where = marked.getProblemMark().or(marked::getContextMark).orElse(null);
        Mark context = marked.getContextMark().orElse(where);
        if (problem.contains("(TAB)")) {
            return at(source, where, "a tab stands here; YAML is indented with spaces only");
        }
        if (problem.contains("cannot start any token")) {
            return at(source, where, "this character means something to YAML; " + QUOTE);
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return at(
                    source,
                    where,
                    "a `:` where no key can stand; check the indentation and the space "
                            + "behind each `:`, and put text that contains `: ` in quotes");
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return at(source, where, "no list can begin here; begin it on a line of its own, or write `[a, b]`");
        }
        if (problem.startsWith("could not find expected ':'")) {
            return at(source, context, "a key without its `:`; write `key: value`");
        }
        if (text(marked.getContext()).contains("quoted scalar") && problem.contains("unexpected end of stream")) {
            return at(source, context, "the quotation mark that opens here is never closed");
        }
        if (problem.startsWith("expected <block end>")) {
            return at(source, where, unexpected(source, where));
        }
        if (problem.startsWith("expected ',' or")) {
            return at(source, context, "the bracket that opens here is not closed, or a comma is missing in it");
        }
        return at(source, where, "is not YAML: " + problem);
    }

    private static String unexpected(Source source, @Nullable Mark where) {
        boolean first = where != null && source.isFirstInLine(where.getLine() + 1, where.getColumn() + 1);
        return first
                ? "the indentation differs from that of the lines before, or the line before lacks the space "
                        + "behind its `:`"
                : "something follows a value that is already complete; put the whole value in quotes";
    }

    private static SyntaxException at(Source source, @Nullable Mark mark, String message) {
        Position position = mark == null ? source.nowhere() : source.at(mark.getLine() + 1, mark.getColumn() + 1);
        return new SyntaxException(position, KeyPath.ROOT, message);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
