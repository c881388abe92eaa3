package dev.chancery.db;

import java.io.IOException;
import java.io.InputStream;

/** Takes the journal's files, one after the other, for a backup. */
@FunctionalInterface
public interface JournalCopy {
    /**
     * The next file.
     *
     * @param name within {@code journal/}
     * @param length octets of the content
     */
    void segment(String name, long length, InputStream content) throws IOException;
}
