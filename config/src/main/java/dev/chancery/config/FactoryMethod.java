package dev.chancery.config;

import dev.chancery.config.Shape.Form;
import dev.chancery.config.Shape.Single;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A type's own {@code public static of(String)} or {@code parse(String)}, asked in this order. */
record FactoryMethod(Class<?> type, Method method) {
    private static final List<String> NAMES = List.of("of", "parse");

    static Optional<FactoryMethod> of(Class<?> type) {
        return NAMES.stream()
                .flatMap(name -> find(type, name, String.class).or(() -> find(type, name, CharSequence.class)).stream())
                .findFirst()
                .map(method -> new FactoryMethod(type, method));
    }

    /** A record's own {@code public static brief(String)}: one value that stands for a whole section. */
    static Optional<FactoryMethod> brief(Class<?> type) {
        return find(type, "brief", String.class).map(method -> new FactoryMethod(type, method));
    }

    Single shape() {
        return new Single(
                KeyName.inWords(type.getSimpleName()),
                scalar -> call(scalar.text()),
                value -> PlainText.print(written(value)),
                Form.oneOf(words()));
    }

    /** The text that the factory makes that value of: its own words, else what a method of its says. */
    private String written(Object value) {
        return !type.isEnum() && means(value.toString(), value) ? value.toString() : word(value);
    }

    /** Of an enum, for each constant the text of its own that the factory takes; of other types none. */
    private List<String> words() {
        Object[] constants = type.getEnumConstants();
        return constants == null
                ? List.of()
                : Arrays.stream(constants).map(this::word).toList();
    }

    private String word(Object constant) {
        List<Method> methods = Arrays.stream(type.getDeclaredMethods())
                .sorted(Comparator.comparing(
                                (Method method) -> !method.getName().equals("label"))
                        .thenComparing(Method::getName))
                .toList();
        for (Method text : methods) {
            boolean usable = text.getReturnType() == String.class
                    && text.getParameterCount() == 0
                    && Modifier.isPublic(text.getModifiers())
                    && !Modifier.isStatic(text.getModifiers());
            if (usable && means(text(text, constant), constant)) {
                return text(text, constant);
            }
        }
        throw new IllegalStateException(type.getName() + " has no public method with the text of " + constant);
    }

    private boolean means(String text, Object constant) {
        try {
            return call(text).equals(constant);
        } catch (IllegalArgumentException another) {
            return false;
        }
    }

    private static String text(Method method, Object constant) {
        try {
            return String.valueOf(method.invoke(constant));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot call " + method, broken);
        }
    }

    private Object call(String text) {
        try {
            Object value = method.invoke(null, text);
            if (value == null) {
                throw new IllegalArgumentException(PrintableText.quote(text) + " is not known");
            }
            return value;
        } catch (InvocationTargetException refused) {
            throw Refusal.of(type, refused);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("cannot call " + method, impossible);
        }
    }

    private static Optional<Method> find(Class<?> type, String name, Class<?> parameter) {
        try {
            Method method = type.getDeclaredMethod(name, parameter);
            boolean usable = Modifier.isStatic(method.getModifiers())
                    && Modifier.isPublic(method.getModifiers())
                    && type.isAssignableFrom(method.getReturnType());
            if (usable) {
                method.setAccessible(true);
            }
            return usable ? Optional.of(method) : Optional.empty();
        } catch (NoSuchMethodException absent) {
            return Optional.empty();
        }
    }
}
