package dev.chancery.web.pages.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Recognizes English sentences of the core, the accounts and the publisher, whose messages are the same for the API, the
 * command line and the pages, and says them in another language. What it does not know stays English.
 */
final class Phrases {
    static final String AREA = "said";
    /** Parts of a list, {@code lab.example.com and names below it; 10.0.0.0/8}. */
    private static final String LIST = "; ";

    private final List<Phrase> phrases = new ArrayList<>();

    private record Phrase(Message english, Message other) {}

    /** @param english those of this area; none for the language that everybody below speaks */
    Phrases(Map<String, Message> english, Map<String, Message> other) {
        english.forEach(
                (key, message) -> phrases.add(new Phrase(message, Objects.requireNonNull(other.get(key), key))));
        // The longer one says more: "… and names below it, with wildcards" is not "… and names below it".
        phrases.sort(Comparator.comparing(phrase -> -phrase.english().text().length()));
    }

    String said(String sentence) {
        return phrases.isEmpty() ? sentence : known(sentence).orElseGet(() -> list(sentence));
    }

    private Optional<String> known(String sentence) {
        for (Phrase phrase : phrases) {
            Optional<Object[]> parameters = phrase.english().parameters(sentence);
            if (parameters.isPresent()) {
                return Optional.of(phrase.other()
                        .filled(Arrays.stream(parameters.get())
                                .map(part -> part == null ? "" : said((String) part))
                                .toArray()));
            }
        }
        return Optional.empty();
    }

    private String list(String sentence) {
        return !sentence.contains(LIST)
                ? sentence
                : Arrays.stream(sentence.split(LIST))
                        .map(part -> known(part).orElse(part))
                        .collect(Collectors.joining(LIST));
    }
}
