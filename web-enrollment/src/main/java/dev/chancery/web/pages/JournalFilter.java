package dev.chancery.web.pages;

import dev.chancery.core.journal.JournalRecord;
import dev.chancery.web.http.Parameters;
import dev.chancery.web.pages.view.JournalRow;
import dev.chancery.web.pages.view.JournalWords;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * Which records of the journal somebody wants to see. What cannot be understood filters nothing.
 *
 * @param type of the event, possibly empty
 * @param actor account name, possibly empty
 * @param text that stands somewhere in the sentence, the type or the names, possibly empty
 * @param since first day, in UTC
 * @param until last day, in UTC
 */
record JournalFilter(String type, String actor, String text, Optional<LocalDate> since, Optional<LocalDate> until) {
    private static final int LONGEST = 100;

    static JournalFilter of(Parameters query) {
        return new JournalFilter(
                query.text("type").filter(JournalWords.TYPES::contains).orElse(""),
                query.text("actor").orElse("").strip(),
                query.text("q")
                        .filter(text -> text.length() <= LONGEST)
                        .orElse("")
                        .strip(),
                day(query, "since"),
                day(query, "until"));
    }

    private static Optional<LocalDate> day(Parameters query, String name) {
        try {
            return query.text(name).filter(text -> !text.isBlank()).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    boolean everything() {
        return type.isEmpty() && actor.isEmpty() && text.isEmpty() && since.isEmpty() && until.isEmpty();
    }

    /** Whether a search may end here, since no record before this one can fit: the journal's times never go back. */
    boolean tooEarly(JournalRecord stored) {
        return since.map(day -> stored.time().isBefore(start(day))).orElse(false);
    }

    /** The moment from which on no record fits. */
    Optional<Instant> end() {
        return until.map(day -> start(day.plusDays(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    boolean fits(JournalRecord stored) {
        return (type.isEmpty() || stored.event().type().equals(type))
                && (actor.isEmpty() || stored.actor().equals(actor))
                && end().map(end -> stored.time().isBefore(end)).orElse(true)
                && !tooEarly(stored);
    }

    /** What the reader sees of a record; asked last, since it has to be put into words first. */
    boolean fits(JournalRow row) {
        if (text.isEmpty()) {
            return true;
        }
        String all = String.join(" ", row.what(), row.type(), row.actor(), row.means(), row.path());
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** As parameters of an address, each with an ampersand before it. */
    String query() {
        return part("type", type)
                + part("actor", actor)
                + part("q", text)
                + part("since", since.map(LocalDate::toString).orElse(""))
                + part("until", until.map(LocalDate::toString).orElse(""));
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
