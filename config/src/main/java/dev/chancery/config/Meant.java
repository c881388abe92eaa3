package dev.chancery.config;

import dev.chancery.config.Node.Mapping;
import dev.chancery.config.Node.Sequence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of its keys a record means when it refuses its values: a refusal may begin with one, or with a path of them,
 * {@code validity.maximum: …} or {@code certificates[0].names[2]: …}. Otherwise the record as a whole is meant.
 */
record Meant(Position position, KeyPath path, String message) {
    private static final Pattern KEYED =
            Pattern.compile("([a-z0-9-]+(?:\\[[0-9]{1,6}]|\\.[a-z0-9-]+)*): (.+)", Pattern.DOTALL);

    private static final Pattern STEP = Pattern.compile("\\[([0-9]+)]|\\.?([a-z0-9-]+)");

    static Meant of(RecordShape shape, Place place, String message) {
        Matcher keyed = KEYED.matcher(message);
        if (!keyed.matches() || !shape.keys().contains(keyed.group(1).replaceFirst("[.\\[].*", ""))) {
            return new Meant(place.keyPosition(), place.path(), message);
        }
        Place deepest = place;
        KeyPath path = place.path();
        boolean there = true;
        Matcher step = STEP.matcher(keyed.group(1));
        while (step.find()) {
            String key = step.group(2);
            path = key == null ? path.element(Integer.parseInt(step.group(1))) : path.child(key);
            Optional<Place> next = there ? next(deepest, step) : Optional.empty();
            there = next.isPresent();
            deepest = next.orElse(deepest);
        }
        return new Meant(deepest.keyPosition(), path, keyed.group(2));
    }

    private static Optional<Place> next(Place place, Matcher step) {
        String key = step.group(2);
        if (key != null) {
            return place.node() instanceof Mapping mapping ? mapping.entry(key).map(place::child) : Optional.empty();
        }
        int index = Integer.parseInt(step.group(1));
        return place.node() instanceof Sequence list && index < list.items().size()
                ? Optional.of(place.element(index, list.items().get(index)))
                : Optional.empty();
    }
}
