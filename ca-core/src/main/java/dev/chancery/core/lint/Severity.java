package dev.chancery.core.lint;

/** An error stops the signature; a warning and a notice are shown and kept. */
public enum Severity {
    ERROR,
    WARNING,
    NOTICE
}
