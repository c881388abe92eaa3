package dev.chancery.db;

import java.io.IOException;

/** Work on a data directory that nobody else has open. */
final class Offline {
    private Offline() {}

    /** What is done under the lock, and releases it sooner or later. */
    @FunctionalInterface
    interface Work<T> {
        T under(DirectoryLock lock) throws IOException;
    }

    /** Makes {@code journal/} and {@code db/} where they are missing. The lock is released when the work fails. */
    static <T> T with(StorageSettings settings, Work<T> work) {
        try {
            PrivateFiles.createDirectory(settings.journal());
            DirectoryLock lock = DirectoryLock.take(
                    settings.dataDirectory(), settings.journal().resolve("lock"));
            try {
                PrivateFiles.createDirectory(settings.database());
                return work.under(lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StorageException(settings.dataDirectory() + " cannot be used: " + e.getMessage(), e);
        } catch (BrokenDatabaseException e) {
            throw new StorageException(String.valueOf(e.getMessage()), e);
        }
    }
}
