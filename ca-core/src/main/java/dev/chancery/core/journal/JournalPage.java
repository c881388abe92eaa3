package dev.chancery.core.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects a few records and then ends the reading, which may have millions more before it. */
final class JournalPage implements Consumer<JournalRecord> {
    private final int limit;
    private final List<JournalRecord> records = new ArrayList<>();

    private JournalPage(int limit) {
        this.limit = limit;
    }

    static List<JournalRecord> of(Journal journal, long fromSequence, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a page of the journal has at least one record, not " + limit);
        }
        JournalPage page = new JournalPage(limit);
        try {
            journal.read(fromSequence, page);
        } catch (Enough full) {
            // The page is full; this is how it leaves a reader that only knows how to go on.
        }
        return List.copyOf(page.records);
    }

    @Override
    public void accept(JournalRecord stored) {
        records.add(stored);
        if (records.size() == limit) {
            throw new Enough();
        }
    }

    private static final class Enough extends RuntimeException {
        Enough() {
            super("enough", null, false, false);
        }
    }
}
