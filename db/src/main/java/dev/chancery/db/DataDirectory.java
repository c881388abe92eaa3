package dev.chancery.db;

import java.io.IOException;

/** The part of the data directory that is ours. */
final class DataDirectory {
    private DataDirectory() {}

    /** Makes {@code journal/} and {@code db/} where they are missing, and keeps other processes out. */
    static DirectoryLock lock(StorageSettings settings) throws IOException {
        PrivateFiles.createDirectory(settings.journal());
        DirectoryLock lock =
                DirectoryLock.take(settings.dataDirectory(), settings.journal().resolve("lock"));
        try {
            PrivateFiles.createDirectory(settings.database());
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }
}
