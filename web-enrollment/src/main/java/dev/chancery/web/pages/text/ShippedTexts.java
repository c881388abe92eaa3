package dev.chancery.web.pages.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Titles, descriptions and help of the profiles and roles that come with the program. Their files say them in English;
 * where a text is word for word ours, readers have it in their language, and what somebody changed stands as they wrote it.
 */
final class ShippedTexts {
    static final String AREA = "shipped";
    private static final String PROFILE = AREA + ".profile.";
    private static final String ROLE = AREA + ".role.";

    private final Map<String, String> profiles = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();

    /**
     * @param english those of this area, as the files have them
     * @param own the same keys in the language
     */
    ShippedTexts(Map<String, Message> english, Map<String, Message> own) {
        english.forEach((key, message) -> {
            String words = Objects.requireNonNull(own.get(key), key).text();
            if (key.startsWith(PROFILE)) {
                profiles.put(message.text(), words);
            } else if (key.startsWith(ROLE)) {
                roles.put(message.text(), words);
            }
        });
    }

    String ofProfile(String words) {
        return profiles.getOrDefault(words, words);
    }

    String ofRole(String words) {
        return roles.getOrDefault(words, words);
    }
}
