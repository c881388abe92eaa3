package dev.chancery.config;

import dev.chancery.config.Node.Entry;
import dev.chancery.config.Node.Mapping;
import dev.chancery.config.Node.Sequence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value on its way to a record.
 *
 * @param keyPosition where its key stands; of an element of a list, where the element begins
 */
record Place(KeyPath path, Position keyPosition, Node node) {
    /** {@code names[2].title: is empty}: what a record says about one of its parts. */
    private static final Pattern ABOUT_KEY =
            Pattern.compile("([a-z0-9-]+(?:\\[[0-9]{1,6}]|\\.[a-z0-9-]+)*): (.+)", Pattern.DOTALL);

    private static final Pattern STEP = Pattern.compile("\\[([0-9]+)]|\\.?([a-z0-9-]+)");

    Place child(Entry entry) {
        return new Place(path.child(entry.key()), entry.keyPosition(), entry.value());
    }

    Place element(int index, Node item) {
        return new Place(path.element(index), item.position(), item);
    }

    /** The place of the key that a message begins with, when that key was written here. */
    Optional<Place> meant(String message) {
        Matcher about = ABOUT_KEY.matcher(message);
        if (!about.matches()) {
            return Optional.empty();
        }
        Optional<Place> place = Optional.of(this);
        Matcher step = STEP.matcher(about.group(1));
        while (step.find()) {
            String index = step.group(1);
            String key = step.group(2);
            place = place.flatMap(at -> key == null ? at.item(Integer.parseInt(index)) : at.entry(key));
        }
        return place;
    }

    /** Such a message without its key. */
    static String withoutKey(String message) {
        Matcher about = ABOUT_KEY.matcher(message);
        return about.matches() ? about.group(2) : message;
    }

    private Optional<Place> entry(String key) {
        return node instanceof Mapping mapping ? mapping.entry(key).map(this::child) : Optional.empty();
    }

    private Optional<Place> item(int index) {
        return node instanceof Sequence list && index < list.items().size()
                ? Optional.of(element(index, list.items().get(index)))
                : Optional.empty();
    }
}
