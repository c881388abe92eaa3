package dev.chancery.config;

import dev.chancery.config.RecordShape.Component;
import dev.chancery.config.Shape.Either;
import dev.chancery.config.Shape.Keyed;
import dev.chancery.config.Shape.Many;
import dev.chancery.config.Shape.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists every option that a record of settings has. */
public final class KeyCatalog {
    private final List<KeyDescription> found = new ArrayList<>();

    private KeyCatalog() {}

    /** In the order of the components, with the real defaults. */
    public static List<KeyDescription> keys(Class<? extends Record> type) {
        RecordShape shape = Shapes.of(type);
        return list(shape, shape.defaultInstance());
    }

    /** The same list, showing the values of an instance where {@link #keys} shows defaults. */
    public static List<KeyDescription> values(Record instance) {
        return list(Shapes.of(instance.getClass()), Optional.of(instance));
    }

    private static List<KeyDescription> list(RecordShape shape, Optional<Object> instance) {
        KeyCatalog catalog = new KeyCatalog();
        catalog.section(shape, KeyPath.ROOT, instance);
        return List.copyOf(catalog.found);
    }

    private void section(RecordShape shape, KeyPath path, Optional<Object> instance) {
        for (Component component : shape.components()) {
            add(component.shape(), path.child(component.key()), instance.map(component::of));
        }
    }

    private void add(Shape shape, KeyPath path, Optional<Object> value) {
        if (shape instanceof RecordShape record) {
            section(record, path, value.or(record::defaultInstance));
        } else if (shape instanceof Maybe maybe && maybe.value() instanceof RecordShape record) {
            section(record, path, value.flatMap(optional -> ((Optional<?>) optional).map(Object.class::cast)));
        } else {
            Optional<String> text = value.or(shape::whenMissing).map(shape::print);
            found.add(new KeyDescription(path.text(), shape.description(), text));
            elements(shape, path);
        }
    }

    /** What a list or a map holds has keys of its own when it is made of records. */
    private void elements(Shape shape, KeyPath path) {
        if (shape instanceof Many many && many.element() instanceof RecordShape record) {
            section(record, new KeyPath(path.text() + "[]"), record.defaultInstance());
        } else if (shape instanceof Many many && many.element() instanceof Either either) {
            section(
                    either.full(),
                    new KeyPath(path.text() + "[]"),
                    either.full().defaultInstance());
        } else if (shape instanceof Keyed keyed && keyed.value() instanceof RecordShape record) {
            section(record, path.child("*"), record.defaultInstance());
        }
    }
}
