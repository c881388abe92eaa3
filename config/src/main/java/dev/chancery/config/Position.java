package dev.chancery.config;

/**
 * Where something stands.
 *
 * @param source the file's name, or {@code --set key}
 * @param line from 1, or 0 where the source has no lines worth naming
 * @param column from 1, or 0
 */
record Position(String source, int line, int column) {}
