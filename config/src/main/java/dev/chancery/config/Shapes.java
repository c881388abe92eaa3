package dev.chancery.config;

import dev.chancery.config.RecordShape.Component;
import dev.chancery.config.Shape.Either;
import dev.chancery.config.Shape.Keyed;
import dev.chancery.config.Shape.Many;
import dev.chancery.config.Shape.Maybe;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Derives from a record type what its YAML looks like, once for each. Whatever cannot be read is a fault of the record's author. */
final class Shapes {
    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new Shapes().record(type);
        }
    };

    private final Set<Class<?>> open = new HashSet<>();

    private Shapes() {}

    /** @throws IllegalArgumentException if the record has a component that no YAML value maps to */
    static RecordShape of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }

    private RecordShape record(Class<?> type) {
        if (!open.add(type)) {
            throw new IllegalArgumentException(type.getName() + " contains itself, so its keys have no end");
        }
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            String place = type.getName() + "." + component.getName();
            components.add(new Component(
                    KeyName.ofComponent(component.getName()), shape(component.getGenericType(), place), accessor));
        }
        open.remove(type);
        return new RecordShape(type, components, constructor(type), defaults(type));
    }

    private Shape shape(Type type, String place) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, place);
        }
        if (type instanceof Class<?> plain) {
            Optional<Shape> single = ScalarShapes.of(plain).map(Shape.class::cast);
            if (single.isPresent()) {
                return single.get();
            }
            if (plain.isRecord()) {
                RecordShape full = record(plain);
                return FactoryMethod.brief(plain)
                        .<Shape>map(method -> new Either(method.shape(), full))
                        .orElse(full);
            }
        }
        throw unreadable(type, place);
    }

    private Shape container(ParameterizedType type, String place) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return new Maybe(shape(arguments[0], place));
        }
        if (type.getRawType() == List.class || type.getRawType() == Set.class) {
            return new Many(shape(arguments[0], place), type.getRawType() == Set.class);
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return new Keyed(shape(arguments[1], place));
        }
        throw unreadable(type, place);
    }

    private static IllegalArgumentException unreadable(Type type, String place) {
        return new IllegalArgumentException(place + " has the type " + type.getTypeName()
                + ", which YAML cannot be mapped to; give it a public static of(String)");
    }

    private static Constructor<?> constructor(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(parameters);
            canonical.setAccessible(true);
            return canonical;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", impossible);
        }
    }

    private static Optional<Method> defaults(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("defaults")
                        && method.getParameterCount() == 0
                        && method.getReturnType() == type
                        && Modifier.isStatic(method.getModifiers())
                        && Modifier.isPublic(method.getModifiers()))
                .peek(method -> method.setAccessible(true))
                .findFirst();
    }
}
