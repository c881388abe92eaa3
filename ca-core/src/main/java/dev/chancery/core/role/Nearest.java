package dev.chancery.core.role;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that a misspelt one was probably meant to be. */
final class Nearest {
    private Nearest() {}

    static Optional<String> to(String wrong, Collection<String> known) {
        if (wrong.length() > 64) {
            return Optional.empty();
        }
        String wanted = plain(wrong);
        int most = Math.max(1, wanted.length() / 3);
        return known.stream()
                .filter(word -> Math.abs(word.length() - wanted.length()) <= most + 3)
                .min(Comparator.comparingInt(word -> slips(plain(word), wanted)))
                .filter(word -> slips(plain(word), wanted) <= most);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Letters added, left out or changed (Levenshtein). */
    private static int slips(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
