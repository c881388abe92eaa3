package dev.chancery.core.editing;

import dev.chancery.core.journal.ProfileVersion;
import java.util.List;
import java.util.function.Function;

/** What became of a change. */
public sealed interface SaveOutcome {
    /** Recorded and in force. */
    record Saved(ProfileVersion version) implements SaveOutcome {}

    /** Wrong in itself; nothing has changed. */
    record Faulty(List<Mistake> mistakes) implements SaveOutcome {
        public Faulty {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** Somebody else was quicker, or needs it; nothing has changed. */
    record Conflict(String message) implements SaveOutcome {}

    default <T> T fold(
            Function<ProfileVersion, T> saved, Function<List<Mistake>, T> faulty, Function<String, T> conflict) {
        if (this instanceof Saved done) {
            return saved.apply(done.version());
        }
        return this instanceof Faulty wrong
                ? faulty.apply(wrong.mistakes())
                : conflict.apply(((Conflict) this).message());
    }
}
