package dev.chancery.web.pages.view;

import dev.chancery.core.journal.JournalRecord;
import java.util.List;
import java.util.Optional;

/**
 * One record of the journal in its place in the chain.
 *
 * @param row what happened
 * @param hash of the record, in hexadecimal
 * @param previous what the record says is the hash of the one before
 * @param earlier the record before, empty for the first
 * @param later the record after, empty for the newest
 */
public record JournalRecordView(
        Frame frame,
        JournalRow row,
        String hash,
        String previous,
        Optional<Neighbour> earlier,
        Optional<Neighbour> later) {
    /**
     * @param fits whether the later of the two names the hash of the earlier
     */
    public record Neighbour(String sequence, String path, String what, String hash, boolean fits) {}

    /** @param around the record, the one before and the one after, as far as they are there */
    public static JournalRecordView of(Frame frame, long sequence, List<JournalRecord> around, Moments moments) {
        JournalRecord self = find(around, sequence).orElseThrow();
        return new JournalRecordView(
                frame,
                JournalWords.of(self, moments),
                self.hash().hex(),
                self.previous().hex(),
                find(around, sequence - 1)
                        .map(one -> neighbour(one, moments, self.previous().equals(one.hash()))),
                find(around, sequence + 1)
                        .map(one -> neighbour(one, moments, one.previous().equals(self.hash()))));
    }

    private static Optional<JournalRecord> find(List<JournalRecord> around, long sequence) {
        return around.stream().filter(one -> one.sequence() == sequence).findFirst();
    }

    private static Neighbour neighbour(JournalRecord one, Moments moments, boolean fits) {
        JournalRow row = JournalWords.of(one, moments);
        return new Neighbour(
                row.sequence(),
                "/journal/" + one.sequence(),
                row.what(),
                one.hash().hex(),
                fits);
    }

    /** The sequence as it stands in the file. */
    public String number() {
        return row.number();
    }

    public boolean chained() {
        return earlier.map(Neighbour::fits).orElse(true)
                && later.map(Neighbour::fits).orElse(true);
    }
}
