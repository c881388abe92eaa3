package dev.chancery.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How names are spelled in YAML, and which name a misspelled one was meant to be. */
final class KeyName {
    private KeyName() {}

    /** {@code crlLifetime} is written {@code crl-lifetime}. */
    static String ofComponent(String component) {
        StringBuilder kebab = new StringBuilder();
        component.chars().forEach(letter -> {
            if (Character.isUpperCase(letter)) {
                kebab.append('-');
            }
            kebab.append((char) Character.toLowerCase(letter));
        });
        return kebab.toString();
    }

    /** {@code SignatureAlgorithm} is called a {@code signature algorithm}. */
    static String inWords(String typeName) {
        String kebab = ofComponent(typeName);
        return (kebab.startsWith("-") ? kebab.substring(1) : kebab).replace('-', ' ');
    }

    /** {@code EC_P256} is written {@code ec-p256}. */
    static String ofConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Equal for all spellings of one name: kebab, camel, upper, with or without underscores. */
    static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** A sentence that leads from a wrong name to the right one. */
    static String suggest(String wrong, Collection<String> known, String plural) {
        for (String name : known) {
            if (normalized(name).equals(normalized(wrong))) {
                return "Write `" + name + "`.";
            }
        }
        int tolerance = Math.max(1, wrong.length() / 3);
        List<String> nearest = known.stream()
                .filter(name -> Math.abs(wrong.length() - name.length()) <= tolerance)
                .filter(name -> EditDistance.between(wrong, name) <= tolerance)
                .sorted(Comparator.comparingInt(name -> EditDistance.between(wrong, name)))
                .toList();
        if (!nearest.isEmpty()) {
            return "Did you mean `" + nearest.get(0) + "`?";
        }
        return known.isEmpty() ? "There are no " + plural + " here." : "The " + plural + " here: " + join(known) + ".";
    }

    static String join(Collection<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }
}
