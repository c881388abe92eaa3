package dev.chancery.server.command;

import dev.chancery.core.x509.RevocationReason;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A reason to revoke as an option, by its RFC 5280 name. */
final class ReasonName implements ITypeConverter<RevocationReason>, Iterable<String> {
    private static final List<String> NAMES = Arrays.stream(RevocationReason.values())
            .map(RevocationReason::rfcName)
            .toList();

    @Override
    public RevocationReason convert(String text) {
        return RevocationReason.named(text)
                .orElseThrow(() -> new TypeConversionException(
                        "\"" + text + "\" is no reason to revoke; use one of " + String.join(", ", NAMES)));
    }

    /** For completion. */
    @Override
    public Iterator<String> iterator() {
        return NAMES.iterator();
    }
}
