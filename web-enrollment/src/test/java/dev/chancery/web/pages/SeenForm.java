package dev.chancery.web.pages;

import dev.chancery.web.pages.Markup.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A form as it stands on a page, with what would be sent if nobody touched it, and what else could be. */
record SeenForm(boolean post, String action, List<Field> fields) {
    static final String BOUNDARY = "----a-form-of-the-tests";

    /** How a field gets its value. */
    enum Kind {
        /** People type into it. */
        TYPED,
        /** Takes a file, whose name is as much anybody's text as what it holds. */
        FILE,
        /** They choose, press it, or a page has filled it. */
        GIVEN
    }

    /** @param sent whether a browser sends it: a box without its tick and a button that nobody pressed are not */
    record Field(String name, String value, Kind kind, boolean sent) {
        Field with(String other) {
            return new Field(name, other, kind, true);
        }

        boolean typed() {
            return kind == Kind.TYPED;
        }
    }

    /** Of a page; buttons that send a form elsewhere make another of it. */
    static List<SeenForm> of(String html) {
        List<Reading> all = new ArrayList<>();
        List<Tag> outside = new ArrayList<>();
        boolean within = false;
        for (Tag tag : Markup.tags(html)) {
            if (tag.name().equals("form")) {
                within = !tag.end();
                if (within) {
                    all.add(new Reading(tag));
                }
            } else if (!tag.end() && !tag.attribute("form").isEmpty()) {
                outside.add(tag);
            } else if (!tag.end() && within) {
                all.get(all.size() - 1).take(tag);
            }
        }
        for (Tag tag : outside) {
            all.stream()
                    .filter(form -> form.id.equals(tag.attribute("form")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no form for " + tag))
                    .take(tag);
        }
        return all.stream().flatMap(form -> form.forms().stream()).toList();
    }

    /** A form that is being read. */
    private static final class Reading {
        private final String id;
        private final boolean post;
        private final List<String> actions = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();

        private Reading(Tag form) {
            this.id = form.attribute("id");
            this.post = form.attribute("method").equalsIgnoreCase("post");
            actions.add(form.attribute("action"));
            elsewhere(form, "hx-post");
        }

        private void take(Tag tag) {
            field(tag).ifPresent(fields::add);
            // A button of the language that the page has does the same as its neighbour.
            if (!tag.attributes().containsKey("aria-current")) {
                elsewhere(tag, "formaction");
            }
        }

        private void elsewhere(Tag tag, String attribute) {
            if (!tag.attribute(attribute).isEmpty()) {
                actions.add(tag.attribute(attribute));
            }
        }

        private List<SeenForm> forms() {
            return actions.stream()
                    .distinct()
                    .map(action -> new SeenForm(post, action, List.copyOf(fields)))
                    .toList();
        }
    }

    private static Optional<Field> field(Tag tag) {
        String name = tag.attribute("name");
        String value = tag.attribute("value");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return switch (tag.name()) {
            case "textarea" -> Optional.of(new Field(name, tag.text(), Kind.TYPED, true));
            case "select" -> Optional.of(new Field(name, "", Kind.GIVEN, true));
            case "button" -> Optional.of(new Field(name, value, Kind.GIVEN, false));
            case "input" ->
                Optional.of(
                        switch (tag.attribute("type")) {
                            case "", "text", "search", "password", "date", "number" ->
                                new Field(name, value, Kind.TYPED, true);
                            case "file" -> new Field(name, "", Kind.FILE, false);
                            case "radio", "checkbox" ->
                                new Field(
                                        name,
                                        value,
                                        Kind.GIVEN,
                                        tag.attributes().containsKey("checked"));
                            default -> new Field(name, value, Kind.GIVEN, true);
                        });
            default -> Optional.empty();
        };
    }

    /** With other values. */
    SeenForm with(UnaryOperator<Field> change) {
        return new SeenForm(post, action, fields.stream().map(change).toList());
    }

    /** Whether only RFC 7578 can carry it. */
    boolean holdsFiles() {
        return fields.stream().anyMatch(field -> field.kind() == Kind.FILE && field.sent());
    }

    private List<Field> sent() {
        return fields.stream().filter(Field::sent).toList();
    }

    String urlEncoded() {
        return sent().stream()
                .map(field -> URLEncoder.encode(field.name(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** {@code multipart/form-data} as browsers write it (WHATWG HTML §4.10.21.7); files are called what they hold. */
    String multipart() {
        return sent().stream()
                .map(field ->
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + quoted(field.name()) + "\""
                                + (field.kind() == Kind.FILE
                                        ? "; filename=\"" + quoted(field.value())
                                                + "\"\r\nContent-Type: application/octet-stream"
                                        : "")
                                + "\r\n\r\n" + content(field) + "\r\n")
                .collect(Collectors.joining("", "", "--" + BOUNDARY + "--\r\n"));
    }

    /** Every other file begins as DER does, which is looked at more closely. */
    private static String content(Field field) {
        return (field.kind() == Kind.FILE && field.value().length() % 2 == 0 ? "0" : "") + field.value();
    }

    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    List<String> pairs() {
        return sent().stream()
                .flatMap(field -> List.of(field.name(), field.value()).stream())
                .toList();
    }
}
