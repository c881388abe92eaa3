package dev.chancery.core.lint;

import dev.chancery.core.x509.Objection;

/**
 * What a rule found.
 *
 * @param rule identifier in kebab-case
 * @param citation the paragraph, {@code RFC 5280 §4.2.1.6}
 */
public record Finding(String rule, Severity severity, String citation, String field, String message) {
    public Objection objection() {
        return Objection.of(rule, field, message + " (" + citation + ")");
    }
}
