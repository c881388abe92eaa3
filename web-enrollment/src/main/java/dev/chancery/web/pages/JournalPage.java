package dev.chancery.web.pages;

import dev.chancery.core.access.Permission;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.JournalRow;
import dev.chancery.web.pages.view.JournalView;
import dev.chancery.web.pages.view.JournalWords;
import dev.chancery.web.pages.view.Moments;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The journal, newest first. A filter looks through a bounded number of records at a time, since it has no index. */
final class JournalPage {
    private static final int PAGE = 50;
    private static final int CHUNK = 500;
    private static final int LOOKED_AT = 5000;

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
        return List.of(Route.page(Method.GET, "/journal", Access.needs(Permission.READ_JOURNAL), this::show));
    }

    private Reply show(Exchange exchange) {
        String type = exchange.query()
                .text("type")
                .filter(JournalWords.TYPES::contains)
                .orElse("");
        String actor = exchange.query().text("actor").orElse("");
        long last = journal.lastSequence();
        long before = exchange.query()
                .text("before")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .map(asked -> Math.min(asked, last + 1))
                .orElse(last + 1);
        List<JournalRow> rows = new ArrayList<>();
        long reached = collect(before, type, actor, rows);
        String later = reached > 1 ? "/journal?before=" + reached + query("type", type) + query("actor", actor) : "";
        JournalView view = new JournalView(
                frames.of(exchange, "Journal", Section.JOURNAL),
                JournalWords.TYPES,
                type,
                actor,
                rows,
                Moments.number(last),
                Moments.number(reached),
                later);
        return templates.show("journal", view);
    }

    /** Fills {@code rows} backwards from {@code before}; returns the sequence of the oldest record that was looked at. */
    private long collect(long before, String type, String actor, List<JournalRow> rows) {
        long end = before;
        long floor = Math.max(1, before - LOOKED_AT);
        while (end > floor) {
            int count = (int) Math.min(type.isEmpty() && actor.isEmpty() ? PAGE : CHUNK, end - floor);
            List<JournalRecord> chunk = journal.page(end - count, count);
            for (int i = chunk.size() - 1; i >= 0; i--) {
                JournalRecord stored = chunk.get(i);
                end = stored.sequence();
                if (fits(stored, type, actor)) {
                    rows.add(JournalWords.of(stored, moments));
                    if (rows.size() == PAGE) {
                        return end;
                    }
                }
            }
            if (chunk.isEmpty()) {
                return floor;
            }
        }
        return end;
    }

    private static boolean fits(JournalRecord stored, String type, String actor) {
        return (type.isEmpty() || stored.event().type().equals(type))
                && (actor.isEmpty() || stored.actor().equals(actor));
    }

    private static String query(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
