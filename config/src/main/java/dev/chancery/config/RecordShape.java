package dev.chancery.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A section with the keys of a record.
 *
 * @param defaults the record's {@code public static T defaults()}, where it has one
 */
record RecordShape(Class<?> type, List<Component> components, Constructor<?> constructor, Optional<Method> defaults)
        implements Shape {

    /**
     * @param key as it is written in YAML
     * @param accessor reads the component from an instance, for its default
     */
    record Component(String key, Shape shape, Method accessor) {
        Object of(Object instance) {
            return invoke(accessor, instance);
        }
    }

    RecordShape {
        components = List.copyOf(components);
    }

    List<String> keys() {
        return components.stream().map(Component::key).toList();
    }

    Optional<Object> defaultInstance() {
        return defaults.map(method -> invoke(method, null));
    }

    /** @throws IllegalArgumentException if the record refuses its values */
    Object construct(List<Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            throw Refusal.of(type, refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot construct " + type.getName(), impossible);
        }
    }

    @Override
    public String description() {
        return "a section";
    }

    @Override
    public String print(Object value) {
        return components.stream()
                .map(component -> component.key() + ": " + component.shape().print(component.of(value)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static Object invoke(Method method, @Nullable Object instance) {
        try {
            Object value = method.invoke(instance);
            if (value == null) {
                throw new IllegalStateException(method + " returned null");
            }
            return value;
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot read a default through " + method, broken);
        }
    }
}
