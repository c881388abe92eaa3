package dev.chancery.config;

import dev.chancery.config.Node.Entry;

/**
 * A value on its way to a record.
 *
 * @param keyPosition where its key stands; of an element of a list, where the element begins
 */
record Place(KeyPath path, Position keyPosition, Node node) {
    Place child(Entry entry) {
        return new Place(path.child(entry.key()), entry.keyPosition(), entry.value());
    }

    Place element(int index, Node item) {
        return new Place(path.element(index), item.position(), item);
    }
}
