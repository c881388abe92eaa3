package dev.chancery.db;

/** Told how far a long work has come. */
@FunctionalInterface
public interface Progress {
    /** @param done of {@code total} records */
    void at(long done, long total);

    static Progress silent() {
        return (done, total) -> {};
    }
}
