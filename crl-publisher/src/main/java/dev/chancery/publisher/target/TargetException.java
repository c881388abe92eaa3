package dev.chancery.publisher.target;

/** A target that did not take a file; the message says why, without anything secret. */
final class TargetException extends Exception {
    TargetException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
