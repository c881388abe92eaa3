package dev.chancery.core.lint;

import dev.chancery.core.x509.Objection;
import java.util.Optional;

/**
 * What a rule found.
 *
 * @param rule identifier in kebab-case
 * @param citation the paragraph, {@code RFC 5280 §4.2.1.6}
 * @param reason why the profile turned the rule down; empty when it did not
 */
public record Finding(
        String rule, Severity severity, String citation, String field, String message, Optional<String> reason) {
    public Finding(String rule, Severity severity, String citation, String field, String message) {
        this(rule, severity, citation, field, message, Optional.empty());
    }

    /** The same with less weight, never with more. */
    Finding turnedDown(Severity other, String why) {
        Severity weaker = other.compareTo(severity) > 0 ? other : severity;
        return new Finding(rule, weaker, citation, field, message, Optional.of(why));
    }

    public Objection objection() {
        return Objection.of(rule, field, message + " (" + citation + ")");
    }
}
