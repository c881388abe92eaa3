package dev.chancery.core.x509;

import java.util.Optional;

/**
 * One thing that is wrong with what somebody sent, in words that they can act upon.
 *
 * @param rule stable identifier in kebab-case, such as {@code name-underscore}
 * @param field where it was: {@code csr}, {@code dns[1]}, {@code subject}, {@code validity}, {@code profile}, …
 * @param message what is wrong with which value, and what to do
 * @param suggestion a value for that field that would be accepted, when there is one
 * @param wording of the message, where it is there for other languages
 */
public record Objection(String rule, String field, String message, Optional<String> suggestion, Wording wording) {
    public Objection(String rule, String field, String message, Optional<String> suggestion) {
        this(rule, field, message, suggestion, Wording.none());
    }

    public static Objection of(String rule, String field, String message) {
        return new Objection(rule, field, message, Optional.empty());
    }

    public static Objection suggesting(String rule, String field, String message, String suggestion) {
        return new Objection(rule, field, message, Optional.of(suggestion));
    }
}
