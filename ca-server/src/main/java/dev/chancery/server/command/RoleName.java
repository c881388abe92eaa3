package dev.chancery.server.command;

import dev.chancery.core.access.Role;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A role as an option: {@code officer}. */
final class RoleName implements ITypeConverter<Role>, Iterable<String> {
    private static final List<String> NAMES =
            Arrays.stream(Role.values()).map(Role::label).toList();

    @Override
    public Role convert(String text) {
        return Role.named(text)
                .orElseThrow(() -> new TypeConversionException(
                        "\"" + text + "\" is no role; there are " + String.join(", ", NAMES)));
    }

    /** For completion. */
    @Override
    public Iterator<String> iterator() {
        return NAMES.iterator();
    }
}
