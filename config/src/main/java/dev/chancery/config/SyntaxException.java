package dev.chancery.config;

/** A text that is not YAML, or uses a part of YAML that settings do not need. Nothing after it can be trusted. */
final class SyntaxException extends Exception {
    private final Position position;
    private final KeyPath path;

    SyntaxException(Position position, KeyPath path, String message) {
        super(message);
        this.position = position;
        this.path = path;
    }

    void reportTo(Problems problems) {
        problems.add(position, path, String.valueOf(getMessage()));
    }
}
