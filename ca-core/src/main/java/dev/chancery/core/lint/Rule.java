package dev.chancery.core.lint;

import java.util.Optional;

/**
 * One demand on a certificate or CRL, and what to call it. Stateless. How it judges is its kind's business: {@link
 * CertificateRule}, {@link IssuerRule}, {@link ExpectationRule}.
 */
public abstract class Rule {
    private final String id;
    private final Severity severity;
    private final String citation;
    private final String field;
    private final String text;

    Rule(String id, Severity severity, String citation, String field, String text) {
        this.id = id;
        this.severity = severity;
        this.citation = citation;
        this.field = field;
        this.text = text;
    }

    /** Kebab-case, stable, unique. */
    public final String id() {
        return id;
    }

    public final Severity severity() {
        return severity;
    }

    /**
     * Its weight for what others made. Some rules are stricter than the standards, because of what software in the field
     * gets wrong; that is no reason to call the certificate of somebody else faulty.
     */
    public Severity elsewhere() {
        return severity;
    }

    /** {@code RFC 5280 §4.1.2.2}. */
    public final String citation() {
        return citation;
    }

    /** The part of the certificate that it looks at, as ASN.1 spells it: {@code serialNumber}. */
    public final String field() {
        return field;
    }

    /** What it demands, in one sentence. */
    public final String text() {
        return text;
    }

    final Finding finding(String message, boolean ours) {
        return new Finding(id, ours ? severity : elsewhere(), citation, field, message);
    }

    /** The verdict of a rule that could not finish: an error whatever the rule weighs, since nobody looked. */
    final Finding unjudged(RuntimeException cause) {
        return new Finding(id, Severity.ERROR, citation, field, "cannot be judged: " + cause.getMessage());
    }

    /**
     * Why no profile may turn it down, in words that follow its name; empty when one may. Rules about the encoding are
     * firm, and those that hold a certificate to its grant and to its issuer.
     */
    public final Optional<String> firm() {
        return FirmRules.why(this);
    }

    static Optional<String> fine() {
        return Optional.empty();
    }

    static Optional<String> wrong(String message) {
        return Optional.of(message);
    }

    @Override
    public final String toString() {
        return id;
    }
}
