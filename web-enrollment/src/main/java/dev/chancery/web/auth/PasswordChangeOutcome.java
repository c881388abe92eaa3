package dev.chancery.web.auth;

import dev.chancery.core.x509.Objection;
import java.time.Duration;
import java.util.function.Function;

/** What became of a change of one's own password. */
public sealed interface PasswordChangeOutcome {
    /**
     * Every other session of the account has ended.
     *
     * @param cookie the {@code Set-Cookie} value of the new one
     */
    record Changed(String cookie) implements PasswordChangeOutcome {
        @Override
        public String toString() {
            return "Changed[***]";
        }
    }

    /** The field is {@code current} or {@code password}. */
    record Refused(Objection objection) implements PasswordChangeOutcome {}

    /** Too many wrong guesses of the current password. */
    record Delayed(Duration left) implements PasswordChangeOutcome {}

    default <T> T fold(Function<String, T> changed, Function<Objection, T> refused, Function<Duration, T> delayed) {
        if (this instanceof Changed done) {
            return changed.apply(done.cookie());
        }
        return this instanceof Refused no ? refused.apply(no.objection()) : delayed.apply(((Delayed) this).left());
    }
}
