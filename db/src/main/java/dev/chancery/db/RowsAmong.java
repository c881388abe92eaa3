package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Rows of certificates whose sequences are known. */
final class RowsAmong {
    private static final int CHUNK = 256;
    private static final String AMONG = "c.sequence IN (" + String.join(", ", Collections.nCopies(CHUNK, "?")) + ")";
    private static final String ENDS = "SELECT c.sequence, c.not_after FROM certificate c WHERE " + AMONG;

    private final Jdbi jdbi;

    RowsAmong(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** When a certificate ends. */
    record End(long sequence, long end) {}

    List<End> ends(List<Long> sequences) {
        List<End> ends = new ArrayList<>();
        for (List<Long> chunk : chunks(sequences)) {
            jdbi.useHandle(handle -> CertificateRows.bound(handle.createQuery(ENDS), List.copyOf(padded(chunk)))
                    .map((row, context) -> new End(row.getLong(1), row.getLong(2)))
                    .forEach(ends::add));
        }
        return ends;
    }

    /**
     * Those that fit.
     *
     * @param sequences in the order of the query
     */
    List<CertificateRecord> list(List<Long> sequences, CertificateQuery query, int limit) {
        List<CertificateRecord> found = new ArrayList<>();
        for (List<Long> chunk : chunks(sequences)) {
            if (found.size() >= limit) {
                break;
            }
            SearchConditions conditions = SearchConditions.of(query);
            conditions.add(AMONG, padded(chunk).toArray());
            found.addAll(CertificateRows.list(
                    jdbi,
                    CertificateRows.SELECT + conditions.where() + order(query) + " LIMIT ?",
                    conditions.parameters(limit - found.size())));
        }
        return found;
    }

    static String order(CertificateQuery query) {
        return switch (query.order()) {
            case NEWEST -> " ORDER BY c.sequence DESC";
            case ENDING -> " ORDER BY c.not_after, c.sequence";
            case ENDED -> " ORDER BY c.not_after DESC, c.sequence DESC";
        };
    }

    private static List<List<Long>> chunks(List<Long> sequences) {
        List<List<Long>> chunks = new ArrayList<>();
        for (int from = 0; from < sequences.size(); from += CHUNK) {
            chunks.add(sequences.subList(from, Math.min(from + CHUNK, sequences.size())));
        }
        return chunks;
    }

    /** Always as many as the statement has places, so that it is prepared once. */
    private static List<Long> padded(List<Long> chunk) {
        List<Long> padded = new ArrayList<>(chunk);
        padded.addAll(Collections.nCopies(CHUNK - chunk.size(), chunk.get(0)));
        return padded;
    }
}
