package dev.chancery.db;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A list of texts in one column, as JSON: {@code {"texts":["a","b"]}}. */
final class TextList {
    private TextList() {}

    static String encode(List<String> texts) {
        return new String(Json.object(json -> json.texts("texts", texts)), StandardCharsets.UTF_8);
    }

    static List<String> decode(String json) {
        return Fields.parse(json.getBytes(StandardCharsets.UTF_8)).texts("texts");
    }
}
