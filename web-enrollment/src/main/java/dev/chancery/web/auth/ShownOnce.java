package dev.chancery.web.auth;

/** A password or token on its way to the one answer that shows it; prints as {@code ***}. */
public record ShownOnce(String text) {
    @Override
    public String toString() {
        return "***";
    }
}
