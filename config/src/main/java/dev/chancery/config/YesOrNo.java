package dev.chancery.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words that one version of YAML or another takes for a truth value. Norway's country code is among them. */
final class YesOrNo {
    private static final Set<String> YES = Set.of("true", "yes", "on", "y");
    private static final Set<String> NO = Set.of("false", "no", "off", "n");

    private YesOrNo() {}

    static Optional<Boolean> of(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
