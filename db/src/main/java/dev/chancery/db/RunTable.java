package dev.chancery.db;

import dev.chancery.core.x509.Der;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** Generations that are closed: the sorted entries of each, in blocks, and a filter. */
final class RunTable {
    /** More than the entries of any generation make. */
    private static final int BLOCKS_SHIFT = 32;

    private static final String INSERT = "INSERT INTO search_run (generation, filter) VALUES (?, ?)";
    private static final String INSERT_BLOCK =
            "INSERT INTO search_block (id, generation, first_text, entries) VALUES (?, ?, ?, ?)";
    private static final String FILTERS = "SELECT generation, filter FROM search_run";
    private static final String BEFORE = "SELECT id, entries FROM search_block WHERE generation = ? AND first_text < ?"
            + " ORDER BY generation DESC, first_text DESC LIMIT 1";
    private static final String BLOCK = "SELECT id, entries FROM search_block WHERE id = ?";

    private final WriterSql sql;
    private final long size;

    /**
     * @param sql the writer's or a reader's
     * @param size of a generation
     */
    RunTable(WriterSql sql, long size) {
        this.sql = sql;
        this.size = size;
    }

    private record Block(long id, Der entries) {}

    /** @param entries all of the generation, sorted */
    ExactFilter insert(long generation, List<IndexEntry> entries) throws SQLException {
        List<Object[]> blocks = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += IndexBlock.ENTRIES) {
            List<IndexEntry> part = entries.subList(from, Math.min(from + IndexBlock.ENTRIES, entries.size()));
            blocks.add(new Object[] {
                (generation << BLOCKS_SHIFT) + blocks.size(),
                generation,
                part.get(0).text(),
                IndexBlock.of(part, generation * size)
            });
        }
        sql.batch(INSERT_BLOCK, blocks);
        ExactFilter filter = ExactFilter.of(entries);
        sql.update(INSERT, generation, filter.octets());
        return filter;
    }

    /** By generation, those that hold anything. */
    NavigableMap<Long, ExactFilter> filters() throws SQLException {
        NavigableMap<Long, ExactFilter> filters = new TreeMap<>();
        for (ExactFilterRow row :
                sql.list(FILTERS, found -> new ExactFilterRow(found.getLong(1), ExactFilter.of(found.getBytes(2))))) {
            filters.put(row.generation(), row.filter());
        }
        return filters;
    }

    private record ExactFilterRow(long generation, ExactFilter filter) {}

    /**
     * @param taker gets the sequence of each entry within the range, and says whether it wants more
     */
    void scan(long generation, TextRange range, LongPredicate taker) throws SQLException {
        long start = generation * size;
        // Of entries with the very text that is searched, the first may end the block that begins before it.
        Optional<Block> block = block(BEFORE, generation, range.from());
        long next = block.map(Block::id).orElse(generation << BLOCKS_SHIFT);
        if (block.isEmpty()) {
            block = block(BLOCK, next);
        }
        while (block.isPresent() && IndexBlock.scan(block.get().entries().unsafeOctets(), start, range, taker)) {
            next++;
            block = block(BLOCK, next);
        }
    }

    private Optional<Block> block(String select, Object... parameters) throws SQLException {
        return sql.one(select, row -> new Block(row.getLong(1), Der.ofOwned(row.getBytes(2))), parameters);
    }
}
