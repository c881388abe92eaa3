package dev.chancery.core.profile;

import dev.chancery.core.lint.Severity;
import java.util.Optional;

/** What a rule counts for in a profile that turns it down. */
public enum RuleWeight {
    WARNING(Optional.of(Severity.WARNING)),
    NOTICE(Optional.of(Severity.NOTICE)),
    /** Nothing is said at all. */
    OFF(Optional.empty());

    private final Optional<Severity> severity;

    RuleWeight(Optional<Severity> severity) {
        this.severity = severity;
    }

    /** Empty when nothing is said. */
    public Optional<Severity> severity() {
        return severity;
    }

    boolean isLessThan(Severity usual) {
        return severity.map(mine -> mine.compareTo(usual) > 0).orElse(true);
    }

    /** In words that follow the name of the rule. */
    String words() {
        return switch (this) {
            case WARNING -> "is a warning only";
            case NOTICE -> "is a notice only";
            case OFF -> "is not asked";
        };
    }
}
