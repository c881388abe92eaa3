package dev.chancery.config;

import dev.chancery.config.Node.Entry;
import dev.chancery.config.Node.Mapping;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of its keys a record means when it refuses its values: a refusal may begin with one, or with a path of them,
 * {@code validity.maximum: …}. Otherwise the record as a whole is meant.
 */
record Meant(Position position, KeyPath path, String message) {
    private static final Pattern KEYED = Pattern.compile("([a-z0-9-]+(?:\\.[a-z0-9-]+)*): (.+)", Pattern.DOTALL);

    static Meant of(RecordShape shape, Place place, String message) {
        Matcher keyed = KEYED.matcher(message);
        if (!keyed.matches() || !shape.keys().contains(keyed.group(1).replaceFirst("\\..*", ""))) {
            return new Meant(place.keyPosition(), place.path(), message);
        }
        Place deepest = place;
        KeyPath path = place.path();
        boolean there = true;
        for (String key : keyed.group(1).split("\\.")) {
            path = path.child(key);
            Optional<Entry> entry =
                    there && deepest.node() instanceof Mapping mapping ? mapping.entry(key) : Optional.empty();
            there = entry.isPresent();
            if (there) {
                deepest = deepest.child(entry.get());
            }
        }
        return new Meant(deepest.keyPosition(), path, keyed.group(2));
    }
}
