package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.number;
import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.Permission;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.JournalRecordView;
import dev.chancery.web.pages.view.JournalRow;
import dev.chancery.web.pages.view.JournalView;
import dev.chancery.web.pages.view.JournalWords;
import dev.chancery.web.pages.view.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The journal, newest first. A filter looks through a bounded number of records at a time, since it has no index. */
final class JournalPage {
    private static final int PAGE = 50;
    private static final int CHUNK = 500;
    private static final int LOOKED_AT = 5000;
    private static final String NUMBER = "[0-9]{1,18}";

    private final Journal journal;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    JournalPage(Journal journal, Moments moments, Frames frames, Templates templates) {
        this.journal = journal;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(
                Route.page(Method.GET, "/journal", Access.needs(Permission.READ_JOURNAL), this::show),
                Route.page(Method.GET, "/journal/{sequence}", Access.needs(Permission.READ_JOURNAL), this::one));
    }

    private Reply show(Exchange exchange) {
        JournalFilter filter = JournalFilter.of(exchange.query());
        long last = journal.lastSequence();
        long before = exchange.query()
                .text("before")
                .filter(text -> text.matches(NUMBER))
                .map(Long::parseLong)
                .map(asked -> Math.min(asked, last + 1))
                .orElseGet(() -> filter.end().map(end -> firstFrom(end, last)).orElse(last + 1));
        List<JournalRow> rows = new ArrayList<>();
        long reached = collect(before, filter, rows);
        String later = reached > 1 ? "/journal?before=" + reached + filter.query() : "";
        JournalView view = new JournalView(
                frames.of(exchange, plain("journal.title"), Section.JOURNAL),
                JournalWords.TYPES,
                filter.type(),
                filter.actor(),
                filter.text(),
                filter.since().map(LocalDate::toString).orElse(""),
                filter.until().map(LocalDate::toString).orElse(""),
                rows,
                number(last),
                number(reached),
                later);
        return templates.show("journal", view);
    }

    /** The first record of that moment or later, {@code last + 1} when there is none: by halves, since times never go back. */
    private long firstFrom(Instant moment, long last) {
        long low = 1;
        long high = last + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            List<JournalRecord> found = journal.page(middle, 1);
            if (!found.isEmpty() && found.get(0).time().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Fills {@code rows} backwards from {@code before}; returns the sequence of the oldest record that was looked at, 1 when
     * none further back can fit.
     */
    private long collect(long before, JournalFilter filter, List<JournalRow> rows) {
        long end = before;
        long floor = Math.max(1, before - LOOKED_AT);
        while (end > floor) {
            int count = (int) Math.min(filter.everything() ? PAGE : CHUNK, end - floor);
            List<JournalRecord> chunk = journal.page(end - count, count);
            for (int i = chunk.size() - 1; i >= 0; i--) {
                JournalRecord stored = chunk.get(i);
                if (filter.tooEarly(stored)) {
                    return 1;
                }
                end = stored.sequence();
                if (add(stored, filter, rows) && rows.size() == PAGE) {
                    return end;
                }
            }
            if (chunk.isEmpty()) {
                return floor;
            }
        }
        return end;
    }

    private boolean add(JournalRecord stored, JournalFilter filter, List<JournalRow> rows) {
        if (!filter.fits(stored)) {
            return false;
        }
        JournalRow row = JournalWords.of(stored, moments);
        return filter.fits(row) && rows.add(row);
    }

    private Reply one(Exchange exchange) {
        String asked = exchange.variable("sequence");
        long sequence = asked.matches(NUMBER) ? Long.parseLong(asked) : 0;
        long last = journal.lastSequence();
        if (sequence < 1 || sequence > last) {
            throw new ProblemException(Problem.notFound(plain("journal.notFound", number(last))));
        }
        long first = Math.max(1, sequence - 1);
        List<JournalRecord> around = journal.page(first, (int) (sequence - first) + 2);
        JournalRecordView view = JournalRecordView.of(
                frames.of(exchange, plain("journal.record.title", number(sequence)), Section.JOURNAL),
                sequence,
                around,
                moments);
        return templates.show("journal-record", view);
    }
}
