package dev.chancery.web.http;

import java.util.Arrays;
import java.util.Optional;

/** The methods that anything here answers; {@code HEAD} is a {@code GET} without its body. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    /** Whether it promises to change nothing (RFC 9110 §9.2.1), and so needs no proof against forgery. */
    public boolean safe() {
        return this == GET;
    }

    static Optional<Method> named(String text) {
        return Arrays.stream(values())
                .filter(method -> method.name().equals(text))
                .findFirst();
    }
}
