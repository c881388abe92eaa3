package dev.chancery.web.pages.text;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text, taken apart once: literal pieces, and {@code {0}} to {@code {9}} between them. As markup the literal pieces
 * are written as they stand, and each parameter is escaped for its place, be it between tags or in an attribute's value.
 */
final class Message {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
    private static final Pattern OPEN_ATTRIBUTE =
            Pattern.compile("<([a-zA-Z0-9]+)\\b[^<>]*?\\s([a-zA-Z-]+)=\"[^\"<>]*$");

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();

    /** @param parameter after the literal; -1 for none */
    private record Piece(String literal, int parameter, String tag, String attribute) {}

    Message(String text) {
        this.text = text;
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            Matcher open = OPEN_ATTRIBUTE.matcher(text.substring(0, place.start()));
            boolean inside = open.find();
            pieces.add(new Piece(
                    text.substring(from, place.start()),
                    Integer.parseInt(place.group(1)),
                    inside ? open.group(1) : "",
                    inside ? open.group(2) : ""));
            from = place.end();
        }
        pieces.add(new Piece(text.substring(from), -1, "", ""));
    }

    /** As it stands in the file. */
    String text() {
        return text;
    }

    /** Without escaping: for attributes and for views, whose strings templates escape. */
    String filled(Object... parameters) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        for (Piece piece : pieces) {
            out.append(piece.literal());
            if (piece.parameter() >= 0) {
                out.append(parameters[piece.parameter()]);
            }
        }
        return out.toString();
    }

    /** The parameters with which this text reads so, by their numbers; empty if it cannot. */
    Optional<Object[]> parameters(String filled) {
        Object[] parameters = new Object[10];
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (!filled.startsWith(piece.literal(), at)) {
                return Optional.empty();
            }
            at += piece.literal().length();
            if (piece.parameter() >= 0) {
                String next = pieces.get(i + 1).literal();
                boolean last = i + 2 == pieces.size();
                int end = last ? filled.length() - next.length() : filled.indexOf(next, at + 1);
                if (end <= at || !filled.startsWith(next, end)) {
                    return Optional.empty();
                }
                parameters[piece.parameter()] = filled.substring(at, end);
                at = end;
            }
        }
        return at == filled.length() ? Optional.of(parameters) : Optional.empty();
    }

    void writeTo(TemplateOutput output, Object... parameters) {
        for (Piece piece : pieces) {
            output.writeContent(piece.literal());
            if (piece.parameter() >= 0) {
                write(output, piece, parameters[piece.parameter()]);
            }
        }
    }

    private static void write(TemplateOutput output, Piece piece, Object parameter) {
        if (parameter instanceof Content content) {
            output.writeUserContent(content);
        } else if (piece.attribute().isEmpty()) {
            output.writeUserContent(String.valueOf(parameter));
        } else if (output instanceof HtmlTemplateOutput html) {
            html.setContext(piece.tag(), piece.attribute());
            html.writeUserContent(String.valueOf(parameter));
            html.setContext(piece.tag(), null);
        } else {
            throw new IllegalStateException("markup with a parameter in an attribute within an attribute");
        }
    }
}
