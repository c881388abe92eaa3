package dev.chancery.web.auth;

import dev.chancery.core.x509.Objection;
import java.util.Locale;
import java.util.Optional;

/** What a chosen password must be: long rather than colourful (NIST SP 800-63B §3.1.1.2). */
final class PasswordRule {
    static final int MINIMUM = 12;
    private static final int MAXIMUM = 256;

    private PasswordRule() {}

    static Optional<Objection> check(String password, String account) {
        int length = password.codePointCount(0, password.length());
        if (length < MINIMUM) {
            return objection(
                    "password-too-short",
                    "The new password has " + length + " characters; it needs at least " + MINIMUM
                            + ". A few words in a row are easy to remember.");
        }
        if (length > MAXIMUM) {
            return objection("password-too-long", "The new password is longer than " + MAXIMUM + " characters.");
        }
        if (password.codePoints().distinct().count() < 5) {
            return objection("password-monotonous", "The new password repeats the same few characters.");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(account) && account.length() > 3 || lower.contains("chancery")) {
            return objection(
                    "password-obvious",
                    "The new password contains the account's or the product's name; choose another.");
        }
        return Optional.empty();
    }

    private static Optional<Objection> objection(String rule, String message) {
        return Optional.of(Objection.of(rule, "password", message));
    }
}
