package dev.chancery.server.command;

import dev.chancery.core.keys.KeyAlgorithm;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A kind of key as an option: {@code ec-p256}. */
final class KeyKindName implements ITypeConverter<KeyAlgorithm>, Iterable<String> {
    @Override
    public KeyAlgorithm convert(String text) {
        try {
            return KeyAlgorithm.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /** For completion. */
    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(KeyAlgorithm.values()).map(KeyAlgorithm::label).iterator();
    }
}
