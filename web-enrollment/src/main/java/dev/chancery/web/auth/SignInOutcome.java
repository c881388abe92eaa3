package dev.chancery.web.auth;

import java.time.Duration;
import java.util.function.Function;

/** What became of a try to sign in. */
public sealed interface SignInOutcome {
    /**
     * @param cookie the {@code Set-Cookie} value of the new session
     * @param mustChangePassword nothing but the password page works until then
     */
    record SignedIn(String cookie, boolean mustChangePassword) implements SignInOutcome {
        @Override
        public String toString() {
            return "SignedIn[***]";
        }
    }

    /** The same words for a wrong password, an unknown account and a disabled one. */
    record Refused(String message) implements SignInOutcome {}

    /** Too many tries have failed; this one was not looked at. */
    record Delayed(Duration left) implements SignInOutcome {}

    default <T> T fold(Function<SignedIn, T> signedIn, Function<String, T> refused, Function<Duration, T> delayed) {
        if (this instanceof SignedIn in) {
            return signedIn.apply(in);
        }
        return this instanceof Refused no ? refused.apply(no.message()) : delayed.apply(((Delayed) this).left());
    }
}
