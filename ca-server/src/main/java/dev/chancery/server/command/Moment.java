package dev.chancery.server.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment as an option: a date, which begins at midnight UTC, or a date with its time. */
final class Moment implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("\"" + text + "\" is no date; write 2026-12-31 or 2026-12-31T12:00:00Z");
        }
    }
}
