package dev.chancery.core.lint;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part that is decoded when a rule first asks. Two threads may both decode it: the values are immutable and equal, so
 * that costs time at worst, and a lock would cost it always.
 */
final class Lazy<T> {
    private final Supplier<T> decoder;
    private @Nullable T value;

    Lazy(Supplier<T> decoder) {
        this.decoder = decoder;
    }

    T get() {
        T known = value;
        if (known == null) {
            known = decoder.get();
            value = known;
        }
        return known;
    }
}
