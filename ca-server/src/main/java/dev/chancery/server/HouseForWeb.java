package dev.chancery.server;

import dev.chancery.db.Storage;
import dev.chancery.web.house.HouseWatch;
import java.util.Optional;

/** Lets the web application say how the store fares, in the store's own words. */
final class HouseForWeb implements HouseWatch {
    private final Storage storage;

    HouseForWeb(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Optional<String> fault() {
        return storage.fault();
    }

    @Override
    public Optional<String> littleSpace() {
        return storage.littleSpace();
    }
}
