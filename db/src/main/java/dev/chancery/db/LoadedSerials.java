package dev.chancery.db;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Serials in memory, while many certificates are loaded into tables without an index of them: a hash of 64 bits and the
 * sequence for each, 16 octets. What shares a hash is told apart by its row.
 */
final class LoadedSerials implements SerialIndex {
    private static final String IS =
            "SELECT sequence FROM certificate WHERE sequence = ? AND serial = ? AND issuer = ?";

    private final WriterSql sql;
    private long[] hashes;
    /** 0 where a place is free. */
    private long[] sequences;

    private int size;

    /** @param capacity a power of two to begin with */
    LoadedSerials(WriterSql sql, int capacity) {
        this.sql = sql;
        this.hashes = new long[capacity];
        this.sequences = new long[capacity];
    }

    int size() {
        return size;
    }

    @Override
    public Optional<Long> sequence(String issuer, String serial) throws SQLException {
        long hash = hash(issuer, serial);
        int at = place(hash);
        while (sequences[at] != 0) {
            if (hashes[at] == hash) {
                Optional<Long> found = sql.one(IS, row -> row.getLong(1), sequences[at], serial, issuer);
                if (found.isPresent()) {
                    return found;
                }
            }
            at = next(at);
        }
        return Optional.empty();
    }

    @Override
    public void add(String issuer, String serial, long sequence) {
        if (++size > hashes.length / 4 * 3) {
            grow();
        }
        put(hash(issuer, serial), sequence);
    }

    private void put(long hash, long sequence) {
        int at = place(hash);
        while (sequences[at] != 0) {
            at = next(at);
        }
        hashes[at] = hash;
        sequences[at] = sequence;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldSequences = sequences;
        hashes = new long[oldHashes.length * 2];
        sequences = new long[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldSequences[i] != 0) {
                put(oldHashes[i], oldSequences[i]);
            }
        }
    }

    private int place(long hash) {
        return (int) hash & hashes.length - 1;
    }

    private int next(int at) {
        return at + 1 & hashes.length - 1;
    }

    /** FNV-1a over both texts, then mixed so that the low bits depend on all others. */
    static long hash(String issuer, String serial) {
        long hash = add(add(0xcbf29ce484222325L, issuer) * 31, serial);
        hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        return hash ^ hash >>> 29;
    }

    private static long add(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
