package dev.chancery.web.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page in one of its states.
 *
 * @param name of its picture
 * @param as the roles of who looks, for the header {@code X-As}; {@code nobody} for a stranger
 * @param path with its query
 * @param form what is sent to it, in order; nothing where it is asked for only
 */
public record Sight(String name, String as, String path, Map<String, String> form) {
    static final String EVERYBODY = "admin officer auditor requester";

    static Sight of(String name, String path) {
        return new Sight(name, EVERYBODY, path, Map.of());
    }

    Sight as(String roles) {
        return new Sight(name, roles, path, form);
    }

    /** @param pairs names and values of fields */
    Sight sending(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return new Sight(name, as, path, fields);
    }

    public boolean sends() {
        return !form.isEmpty();
    }

    public String urlEncoded() {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name + " (" + path + ")";
    }
}
