package dev.chancery.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The files that come with the program, as they stand in the repository under {@code config/}. */
public final class Shipped {
    private Shipped() {}

    /** {@code chancery.yaml}: every option, commented out, with its default. */
    public static String manual() {
        return text("chancery.yaml");
    }

    /** {@code profiles/*.yaml}: file name to text, in the order of the names. */
    public static Map<String, String> profiles() {
        return folder("profiles");
    }

    /** {@code roles/*.yaml}: file name to text, in the order of the names. */
    public static Map<String, String> roles() {
        return folder("roles");
    }

    private static Map<String, String> folder(String folder) {
        Map<String, String> files = new TreeMap<>();
        // A class path cannot be listed, so the names stand in a file; a test compares it with the folder.
        text(folder + ".txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(name -> files.put(name, text(folder + "/" + name)));
        return Collections.unmodifiableMap(files);
    }

    /** What each key of a profile means, for its schema. */
    public static Map<String, String> profileKeys() {
        Map<String, String> keys = new TreeMap<>();
        text("profile-keys.txt").lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int equals = line.indexOf('=');
            keys.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return Collections.unmodifiableMap(keys);
    }

    private static String text(String name) {
        try (InputStream bytes = Shipped.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("the program is incomplete: its file " + name + " is missing");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the program's own file " + name, failed);
        }
    }
}
