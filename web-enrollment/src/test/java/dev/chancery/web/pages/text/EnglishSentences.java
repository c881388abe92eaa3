package dev.chancery.web.pages.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what stands in the English texts and not in the German ones. */
public final class EnglishSentences {
    /** Shorter pieces can be part of names and of words that are the same in both. */
    private static final int SHORTEST = 12;

    private static final Set<String> PIECES = pieces();

    private EnglishSentences() {}

    private static Set<String> pieces() {
        Dictionary english = Dictionary.of(Language.ENGLISH);
        Dictionary german = Dictionary.of(Language.GERMAN);
        String everythingGerman =
                german.keys().stream().map(key -> german.message(key).text()).collect(Collectors.joining("\n"));
        Set<String> pieces = new LinkedHashSet<>();
        for (String key : english.keys()) {
            if (key.startsWith(Phrases.AREA + ".")) {
                // What comes from below is said in German only where it is known by its whole wording.
                continue;
            }
            for (String piece : english.message(key).text().split("\\{[0-9]}|<[^<>]*>")) {
                String words = piece.strip();
                if (words.length() >= SHORTEST && words.contains(" ") && !everythingGerman.contains(words)) {
                    pieces.add(words);
                }
            }
        }
        return pieces;
    }

    /** English pieces of texts in a page. */
    public static Set<String> in(String page) {
        return PIECES.stream().filter(page::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
