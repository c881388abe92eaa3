package dev.chancery.web.pages;

import dev.chancery.web.pages.Markup.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A form as it stands on a page, with what would be sent if nobody touched it. */
record SeenForm(boolean post, String action, List<Field> fields) {
    /** @param typed whether people type into it; otherwise they choose, or a page has filled it */
    record Field(String name, String value, boolean typed) {
        Field with(String other) {
            return new Field(name, other, typed);
        }
    }

    /** Of a page; buttons that send a form elsewhere make another of it. */
    static List<SeenForm> of(String html) {
        List<SeenForm> all = new ArrayList<>();
        Optional<Tag> form = Optional.empty();
        List<Field> fields = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (Tag tag : Markup.tags(html)) {
            if (tag.name().equals("form") && !tag.end()) {
                form = Optional.of(tag);
                fields = new ArrayList<>();
                elsewhere = new ArrayList<>(List.of(tag.attribute("action")));
                Optional.of(tag.attribute("hx-post"))
                        .filter(path -> !path.isEmpty())
                        .ifPresent(elsewhere::add);
            } else if (tag.name().equals("form")) {
                boolean post = form.orElseThrow().attribute("method").equalsIgnoreCase("post");
                for (String action : elsewhere) {
                    all.add(new SeenForm(post, action, List.copyOf(fields)));
                }
            } else if (form.isPresent() && !tag.end()) {
                field(tag).ifPresent(fields::add);
                Optional.of(tag.attribute("formaction"))
                        .filter(path -> !path.isEmpty())
                        .ifPresent(elsewhere::add);
            }
        }
        return all;
    }

    private static Optional<Field> field(Tag tag) {
        String name = tag.attribute("name");
        Map<String, String> attributes = tag.attributes();
        boolean unchecked =
                List.of("radio", "checkbox").contains(tag.attribute("type")) && !attributes.containsKey("checked");
        if (name.isEmpty() || unchecked) {
            return Optional.empty();
        }
        return switch (tag.name()) {
            case "textarea" -> Optional.of(new Field(name, tag.text(), true));
            case "select" -> Optional.of(new Field(name, "", false));
            case "input" ->
                Optional.of(new Field(
                        name,
                        tag.attribute("value"),
                        List.of("", "text", "search", "password", "date", "number")
                                .contains(tag.attribute("type"))));
            default -> Optional.empty();
        };
    }

    /** With other values. */
    SeenForm with(UnaryOperator<Field> change) {
        return new SeenForm(post, action, fields.stream().map(change).toList());
    }

    String urlEncoded() {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.name(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    List<String> pairs() {
        return fields.stream()
                .flatMap(field -> List.of(field.name(), field.value()).stream())
                .toList();
    }
}
