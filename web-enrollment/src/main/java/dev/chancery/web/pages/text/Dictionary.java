package dev.chancery.web.pages.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** All texts in one language, read once. */
final class Dictionary {
    /** The first part of each key; each has a file of its own in each language. */
    static final List<String> AREAS = List.of(
            "account",
            "authorities",
            "certificates",
            "console",
            "facts",
            "install",
            "journal",
            "layout",
            "moment",
            "objection",
            "outside",
            "overview",
            "people",
            "problem",
            "profiles",
            "request",
            "requests",
            "revocation",
            "rules",
            "said",
            "settings",
            "shipped",
            "topology",
            "trust",
            "word");

    private static final Map<Language, Dictionary> ALL = all();

    private final Language language;
    private final Map<String, Message> messages = new HashMap<>();
    private final Phrases phrases;
    private final ShippedTexts shipped;

    private Dictionary(Language language) {
        this.language = language;
        for (String area : AREAS) {
            read(area, language).forEach((key, text) -> messages.put((String) key, new Message((String) text)));
        }
        boolean translated = language != Language.ENGLISH;
        phrases = new Phrases(translated ? english(Phrases.AREA) : Map.of(), messages);
        shipped = new ShippedTexts(translated ? english(ShippedTexts.AREA) : Map.of(), messages);
    }

    private static Map<String, Message> english(String area) {
        Map<String, Message> english = new HashMap<>();
        read(area, Language.ENGLISH).forEach((key, text) -> english.put((String) key, new Message((String) text)));
        return english;
    }

    private static Map<Language, Dictionary> all() {
        Map<Language, Dictionary> all = new java.util.EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Dictionary(language));
        }
        return all;
    }

    static Dictionary of(Language language) {
        Dictionary dictionary = ALL.get(language);
        if (dictionary == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return dictionary;
    }

    private static Properties read(String area, Language language) {
        String file = area + "." + language.tag() + ".properties";
        try (InputStream in = Dictionary.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + file + ", so this build is incomplete");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> keys() {
        return Set.copyOf(messages.keySet());
    }

    /** What the core and others below the pages say in English; unchanged where nobody has put it into this language. */
    String said(String english) {
        return phrases.said(english);
    }

    ShippedTexts shipped() {
        return shipped;
    }

    Optional<Message> known(String key) {
        return Optional.ofNullable(messages.get(key));
    }

    Message message(String key) {
        Message message = messages.get(key);
        if (message == null) {
            throw new IllegalStateException("there is no text " + key + " in " + language.tag());
        }
        return message;
    }
}
