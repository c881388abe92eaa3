package dev.chancery.config;

import dev.chancery.config.Shape.Form;
import dev.chancery.config.Shape.Single;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An enum's constants, accepted in every usual spelling and printed in kebab case. */
final class EnumShape {
    private EnumShape() {}

    static Optional<Single> of(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        if (constants == null) {
            return Optional.empty();
        }
        List<Enum<?>> values =
                Stream.of(constants).<Enum<?>>map(Enum.class::cast).toList();
        List<String> names = values.stream().map(KeyName::ofConstant).toList();
        return Optional.of(new Single(
                "one of " + KeyName.join(names),
                scalar -> find(scalar.text(), values, names),
                value -> KeyName.ofConstant((Enum<?>) value),
                Form.oneOf(names)));
    }

    private static Object find(String text, List<Enum<?>> values, List<String> names) {
        String wanted = KeyName.normalized(text);
        for (Enum<?> value : values) {
            if (KeyName.normalized(value.name()).equals(wanted)) {
                return value;
            }
        }
        throw new IllegalArgumentException(PrintableText.quote(text) + " is not one of " + KeyName.join(names));
    }
}
