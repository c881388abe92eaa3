package dev.chancery.server.backup;

import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.db.JournalAtRest;
import dev.chancery.db.JournalCorruptException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How the journal in the data directory stands to the one in the backup.
 *
 * @param end of the journal at hand
 * @param words why it must not be replaced, for {@link Kind#FORKED} and {@link Kind#DAMAGED}
 */
record AtHand(Kind kind, JournalAtRest.End end, String words) {
    enum Kind {
        /** There is none. */
        MISSING,
        /** It has every record of the backup, and perhaps more: it is kept. */
        CONTINUES,
        /** The backup has every record of it, and more. */
        BEHIND,
        /** Each has records that the other lacks. */
        FORKED,
        /** Its chain is broken. */
        DAMAGED
    }

    private static final JournalAtRest.End NOTHING =
            new JournalAtRest.End(0, java.time.Instant.EPOCH, dev.chancery.core.x509.Der.ofOwned(new byte[32]));

    static AtHand judge(JournalAtRest present, JournalAtRest backup, JournalAtRest.End last) throws IOException {
        JournalAtRest.End end;
        try {
            end = present.end();
        } catch (JournalCorruptException e) {
            return new AtHand(Kind.DAMAGED, NOTHING, String.valueOf(e.getMessage()));
        }
        if (end.sequence() == 0) {
            return new AtHand(Kind.MISSING, end, "");
        }
        if (end.sequence() >= last.sequence()) {
            boolean same =
                    present.hashOf(last.sequence()).filter(last.hash()::equals).isPresent();
            return same ? new AtHand(Kind.CONTINUES, end, "") : forked(present, backup, end);
        }
        boolean same = backup.hashOf(end.sequence()).filter(end.hash()::equals).isPresent();
        return same ? new AtHand(Kind.BEHIND, end, "") : forked(present, backup, end);
    }

    private static AtHand forked(JournalAtRest present, JournalAtRest backup, JournalAtRest.End end)
            throws IOException {
        long common = present.commonWith(backup);
        String where = common == 0
                ? "They differ from the first record on: they belong to different CAs."
                : "The first " + common + " records are the same.";
        return new AtHand(
                Kind.FORKED,
                end,
                where + "\nIn the data directory, record " + describe(present, common + 1)
                        + "\nIn the backup,         record " + describe(backup, common + 1));
    }

    private static String describe(JournalAtRest journal, long sequence) {
        List<String> words = new ArrayList<>();
        journal.read(sequence, sequence, found -> words.add(describe(found)));
        return sequence + ": " + (words.isEmpty() ? "none" : words.get(0));
    }

    private static String describe(JournalRecord found) {
        String what = found.event() instanceof JournalEvent.AuthorityAdded added
                ? ", CA \"" + added.name() + "\", certificate with SHA-256 "
                        + added.certificate().sha256().colonHex()
                : " by " + found.actor();
        return found.time() + " " + found.event().type() + what;
    }

    /** Whether what the backup says takes the place of what is at hand. */
    boolean replaced() {
        return kind != Kind.CONTINUES;
    }
}
