package dev.chancery.core.profile;

/** Which names the certificates below a CA may have (RFC 5280 §4.2.1.10). */
public record NameConstraintsRule(ConstrainedNames permitted, ConstrainedNames excluded) {
    public static NameConstraintsRule defaults() {
        return new NameConstraintsRule(ConstrainedNames.defaults(), ConstrainedNames.defaults());
    }

    public boolean isEmpty() {
        return permitted.isEmpty() && excluded.isEmpty();
    }
}
