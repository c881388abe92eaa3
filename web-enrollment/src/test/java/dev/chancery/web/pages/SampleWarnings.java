package dev.chancery.web.pages;

import dev.chancery.web.house.HouseWatch;
import java.util.Optional;

/** How the server fares, as a test says. */
final class SampleWarnings implements HouseWatch {
    private Optional<String> fault = Optional.empty();
    private Optional<String> littleSpace = Optional.empty();

    void fault(String words) {
        fault = Optional.of(words);
    }

    void littleSpace(String words) {
        littleSpace = Optional.of(words);
    }

    @Override
    public Optional<String> fault() {
        return fault;
    }

    @Override
    public Optional<String> littleSpace() {
        return littleSpace;
    }
}
