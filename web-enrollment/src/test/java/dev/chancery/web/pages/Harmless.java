package dev.chancery.web.pages;

import dev.chancery.web.http.Reply;
import dev.chancery.web.pages.Markup.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether an answer holds only what the templates wrote: elements and attributes that they have without anybody's text, and
 * addresses of this server. It learns from pages of which that is known.
 */
public final class Harmless {
    private static final List<String> ADDRESSES = List.of("href", "src", "action", "formaction", "hx-get", "hx-post");
    private final Map<String, Set<String>> known = new HashMap<>();

    /** Of all that the pages have on invented data. */
    public static Harmless taught() {
        Harmless taught = new Harmless();
        SampleHouse house = PagesPreview.furnished();
        for (Sight sight : PreviewSights.of(house)) {
            taught.learn(Browser.text(PreviewSights.visit(house, sight)));
        }
        return taught;
    }

    void learn(String html) {
        for (Tag tag : Markup.tags(html)) {
            known.computeIfAbsent(tag.name(), name -> new HashSet<>())
                    .addAll(tag.attributes().keySet());
        }
    }

    /** What is wrong with it; nothing if it is harmless. */
    List<String> objections(Reply reply) {
        List<String> found = new ArrayList<>();
        if (reply.status() >= 500) {
            found.add("status " + reply.status());
        }
        reply.headers().forEach(header -> {
            if (header.getValue().chars().anyMatch(c -> c < ' ' || c > '~')) {
                found.add("header " + header.getKey() + ": " + header.getValue());
            }
        });
        reply.header("Location")
                .filter(location -> !location.matches("/([^/\\\\].*)?"))
                .ifPresent(location -> found.add("Location: " + location));
        if (reply.header("Content-Type").orElse("").startsWith("text/html")) {
            found.addAll(objections(Browser.text(reply)));
        }
        return found;
    }

    /** The same of a page alone. */
    public List<String> objections(String html) {
        List<String> found = new ArrayList<>();
        List<Tag> tags = Markup.tags(html);
        for (Tag tag : tags) {
            Set<String> attributes = known.get(tag.name());
            if (attributes == null) {
                found.add("element " + tag);
            } else {
                tag.attributes().keySet().stream()
                        .filter(attribute -> !attributes.contains(attribute))
                        .forEach(attribute -> found.add("attribute " + attribute + " of " + tag));
            }
            for (String attribute : ADDRESSES) {
                if (!ours(tag.attribute(attribute))) {
                    found.add(attribute + " of " + tag);
                }
            }
            if (tag.name().equals("!") && !tag.text().startsWith("<!doctype html>")) {
                found.add("a comment or a declaration: " + tag.text());
            }
            if (tag.name().equals("script") && !tag.text().isEmpty()) {
                found.add("a script within the page: " + tag.text());
            }
        }
        long documents = tags.stream().filter(tag -> tag.name().equals("html")).count();
        if (documents != 2) {
            found.add("ends in the middle");
        }
        return found;
    }

    private static boolean ours(String address) {
        String plain = address.toLowerCase(Locale.ROOT);
        return plain.isEmpty()
                || plain.startsWith("#")
                || plain.startsWith("?")
                || plain.startsWith("/") && !plain.startsWith("//") && !plain.startsWith("/\\")
                || plain.startsWith("https://ca.test")
                || plain.startsWith("http://pki.lab.contoso.com:8080/")
                || plain.startsWith("data:application/x-pkcs12;base64,");
    }
}
