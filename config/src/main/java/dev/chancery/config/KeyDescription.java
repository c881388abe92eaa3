package dev.chancery.config;

import java.util.Optional;

/**
 * One option, for manuals and the tests that prove them.
 *
 * @param path {@code crl.lifetime}; below a map {@code names.*}, below a list of records {@code names[].key}
 * @param type in words: {@code a whole number}, {@code one of text, json}
 * @param defaultValue as written in YAML; an option that may be left out and has no value shows the empty text; absent where
 *     the option must be given
 */
public record KeyDescription(String path, String type, Optional<String> defaultValue) {}
