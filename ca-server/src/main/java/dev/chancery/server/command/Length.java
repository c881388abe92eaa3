package dev.chancery.server.command;

import dev.chancery.core.profile.ValidityLength;

/** A length of time of the API in words. */
final class Length {
    private Length() {}

    /** {@code 1 year} for {@code P1Y}; what cannot be read stays as it is. */
    static String words(String iso) {
        try {
            return ValidityLength.of(iso).words();
        } catch (IllegalArgumentException e) {
            return iso;
        }
    }
}
