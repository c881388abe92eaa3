package dev.chancery.config;

import dev.chancery.config.KeyForm.Kind;
import dev.chancery.config.RecordShape.Component;
import dev.chancery.config.Shape.Form;
import dev.chancery.config.Shape.Many;
import dev.chancery.config.Shape.Maybe;
import dev.chancery.config.Shape.Single;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists the options of a record with their values, as fields of a form. */
public final class KeyForms {
    private final List<KeyForm> found = new ArrayList<>();

    private KeyForms() {}

    /** In the order of the components. */
    public static List<KeyForm> of(Record instance) {
        KeyForms forms = new KeyForms();
        forms.section(Shapes.of(instance.getClass()), KeyPath.ROOT, Optional.of(instance));
        return List.copyOf(forms.found);
    }

    private void section(RecordShape shape, KeyPath path, Optional<Object> instance) {
        for (Component component : shape.components()) {
            add(component.shape(), path.child(component.key()), instance.map(component::of));
        }
    }

    private void add(Shape shape, KeyPath path, Optional<Object> value) {
        if (shape instanceof RecordShape record) {
            section(record, path, value.or(record::defaultInstance));
        } else if (shape instanceof Maybe maybe) {
            Optional<Object> inner = value.flatMap(optional -> ((Optional<?>) optional).map(Object.class::cast));
            if (maybe.value() instanceof RecordShape record) {
                String there = inner.isPresent() ? "there" : "";
                found.add(new KeyForm(path.text(), Kind.SECTION, List.of(), there, there));
                section(record, path, inner);
            } else {
                field(maybe.value(), path, inner);
            }
        } else {
            field(shape, path, value.or(shape::whenMissing));
        }
    }

    private void field(Shape shape, KeyPath path, Optional<Object> value) {
        if (shape instanceof Single single) {
            String text = value.map(single::print).orElse("");
            found.add(
                    new KeyForm(path.text(), kind(single.form()), single.form().words(), text, YamlText.plain(text)));
        } else if (shape instanceof Many many && many.element() instanceof Single element) {
            // A set has no order; in a comparison it must have one.
            List<String> texts = value.stream()
                    .flatMap(all -> ((Collection<?>) all).stream())
                    .map(element::print)
                    .collect(Collectors.toCollection(ArrayList::new));
            if (many.distinct()) {
                texts.sort(null);
            }
            List<String> words = element.form().words();
            found.add(new KeyForm(
                    path.text(),
                    words.isEmpty() ? Kind.LIST : Kind.CHOICES,
                    words,
                    "[" + String.join(", ", texts) + "]",
                    texts.stream().map(YamlText::plain).collect(Collectors.joining(", "))));
        } else {
            String text = value.map(shape::print).orElse("");
            found.add(new KeyForm(path.text(), Kind.OTHER, List.of(), text, text));
        }
    }

    private static Kind kind(Form form) {
        if (!form.words().isEmpty()) {
            return Kind.CHOICE;
        }
        return switch (form.type()) {
            case "boolean" -> Kind.YES_OR_NO;
            case "integer" -> Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }
}
