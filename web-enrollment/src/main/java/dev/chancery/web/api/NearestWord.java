package dev.chancery.web.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word was meant, by the number of letters that differ (Levenshtein). */
final class NearestWord {
    private NearestWord() {}

    static Optional<String> to(String text, Collection<String> known) {
        int bound = Math.max(2, text.length() / 3);
        return known.stream()
                .filter(word -> distance(text, word) <= bound)
                .min(Comparator.comparingInt(word -> distance(text, word)));
    }

    private static int distance(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
