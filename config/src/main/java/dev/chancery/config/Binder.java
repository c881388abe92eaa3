package dev.chancery.config;

import dev.chancery.config.Node.Entry;
import dev.chancery.config.Node.Mapping;
import dev.chancery.config.Node.Scalar;
import dev.chancery.config.Node.Sequence;
import dev.chancery.config.RecordShape.Component;
import dev.chancery.config.Shape.Either;
import dev.chancery.config.Shape.Keyed;
import dev.chancery.config.Shape.Many;
import dev.chancery.config.Shape.Maybe;
import dev.chancery.config.Shape.Single;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tree to records. An empty result means that the problem has been reported: binding goes on with the neighbours, so that
 * one run finds every mistake, and only a record with all its values is constructed.
 */
final class Binder {
    private final Problems problems;

    Binder(Problems problems) {
        this.problems = problems;
    }

    /** @param fallback what the default of the surrounding record holds here */
    Optional<Object> bind(Shape shape, Place place, Optional<Object> fallback) {
        if (shape instanceof RecordShape record) {
            return record(record, place, fallback);
        }
        if (shape instanceof Maybe maybe) {
            return maybe(maybe, place, fallback);
        }
        if (shape instanceof Either either && !place.node().isEmpty()) {
            return place.node() instanceof Scalar
                    ? single(either.brief(), place)
                    : record(either.full(), place, fallback);
        }
        if (place.node().isEmpty()) {
            return refuse(place, "is empty; write " + shape.description() + keepDefault(shape, fallback));
        }
        if (shape instanceof Many many) {
            return many(many, place);
        }
        return shape instanceof Keyed keyed ? keyed(keyed, place) : single((Single) shape, place);
    }

    private Optional<Object> record(RecordShape shape, Place place, Optional<Object> fallback) {
        Mapping section;
        if (place.node() instanceof Mapping mapping) {
            section = mapping;
        } else if (place.node().isEmpty()) {
            // `server:` with every option under it commented out, as in the manual.
            section = new Mapping(List.of(), place.node().position());
        } else {
            return refuse(place, expected("a section with " + KeyName.join(shape.keys()), place));
        }
        refuseUnknownKeys(shape, place, section);
        Optional<Object> defaults = fallback.or(shape::defaultInstance);
        List<Object> values = new ArrayList<>();
        for (Component component : shape.components()) {
            Optional<Object> ownDefault = defaults.map(component::of);
            section.entry(component.key())
                    .map(entry -> bind(component.shape(), place.child(entry), ownDefault))
                    .orElseGet(() -> missing(component, place, ownDefault))
                    .ifPresent(values::add);
        }
        return values.size() == shape.components().size() ? construct(shape, values, place) : Optional.empty();
    }

    private Optional<Object> construct(RecordShape shape, List<Object> values, Place place) {
        try {
            return Optional.of(shape.construct(values));
        } catch (IllegalArgumentException refused) {
            Meant meant = Meant.of(shape, place, String.valueOf(refused.getMessage()));
            return report(meant.position(), meant.path(), meant.message());
        }
    }

    private void refuseUnknownKeys(RecordShape shape, Place place, Mapping section) {
        for (Entry entry : section.entries()) {
            if (!shape.keys().contains(entry.key())) {
                String suggestion = KeyName.suggest(entry.key(), shape.keys(), "keys");
                problems.add(entry.keyPosition(), place.path().child(entry.key()), "unknown key. " + suggestion);
            }
        }
    }

    private Optional<Object> missing(Component component, Place section, Optional<Object> ownDefault) {
        Shape shape = component.shape();
        Optional<Object> value = ownDefault.or(shape::whenMissing);
        if (value.isPresent()) {
            return value;
        }
        KeyPath path = section.path().child(component.key());
        if (shape instanceof RecordShape record) {
            Mapping nothing = new Mapping(List.of(), section.node().position());
            return record(record, new Place(path, section.keyPosition(), nothing), Optional.empty());
        }
        return report(section.keyPosition(), path, "missing; it has no default, write " + shape.description());
    }

    private Optional<Object> maybe(Maybe shape, Place place, Optional<Object> fallback) {
        if (place.node().isEmpty()) {
            return Optional.of(Optional.empty());
        }
        Optional<Object> inner = fallback.flatMap(value -> ((Optional<?>) value).map(Object.class::cast));
        return bind(shape.value(), place, inner).map(Optional::of);
    }

    private Optional<Object> many(Many shape, Place place) {
        if (!(place.node() instanceof Sequence sequence)) {
            return refuse(place, expected(shape.description(), place) + "; write it as `[…]` or with `- ` before each");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Place element = place.element(i, sequence.items().get(i));
            Optional<Object> value = bind(shape.element(), element, Optional.empty());
            if (shape.distinct() && value.filter(values::contains).isPresent()) {
                value = refuse(element, "is listed twice");
            }
            value.ifPresent(values::add);
        }
        if (values.size() != sequence.items().size()) {
            return Optional.empty();
        }
        return Optional.of(
                shape.distinct() ? Collections.unmodifiableSet(new LinkedHashSet<>(values)) : List.copyOf(values));
    }

    private Optional<Object> keyed(Keyed shape, Place place) {
        if (!(place.node() instanceof Mapping mapping)) {
            return refuse(place, expected(shape.description(), place));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            bind(shape.value(), place.child(entry), Optional.empty())
                    .ifPresent(value -> values.put(entry.key(), value));
        }
        return values.size() == mapping.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    private Optional<Object> single(Single shape, Place place) {
        if (!(place.node() instanceof Scalar scalar)) {
            return refuse(place, expected(shape.description(), place));
        }
        try {
            return Optional.of(shape.parser().parse(scalar));
        } catch (IllegalArgumentException refused) {
            return refuse(place, String.valueOf(refused.getMessage()));
        }
    }

    private static String expected(String what, Place place) {
        return "expected " + what + ", but found " + place.node().kind();
    }

    private static String keepDefault(Shape shape, Optional<Object> fallback) {
        return fallback.map(value -> ", or delete the line to keep the default, " + shape.print(value))
                .orElse("");
    }

    private Optional<Object> refuse(Place place, String message) {
        return report(place.node().position(), place.path(), message);
    }

    private Optional<Object> report(Position position, KeyPath path, String message) {
        problems.add(position, path, message);
        return Optional.empty();
    }
}
