package dev.chancery.db;

import dev.chancery.core.contract.Ports;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Opens storage the way tests need it. */
final class Stores {
    static final Watchdog NO_WATCHDOG = (step, since) -> {};

    private Stores() {}

    static Seal seal() {
        return Seal.of("correct horse battery staple".toCharArray(), new SecureRandom());
    }

    static Storage open(Path directory) {
        return open(directory, Clock.systemUTC());
    }

    static Storage open(Path directory, Clock clock) {
        return Storage.open(StorageSettings.in(directory), seal(), clock, NO_WATCHDOG);
    }

    static Ports ports(Storage storage) {
        return new Ports(
                storage.journal(),
                storage.ledger(),
                storage.crlArchive(),
                storage.requestQueue(),
                storage.authorities(),
                storage.accounts(),
                storage::close);
    }
}
