package dev.chancery.config;

/** A key with all its parents, {@code publication.crl.lifetime}; an element of a list is {@code names[0]}. */
record KeyPath(String text) {
    static final KeyPath ROOT = new KeyPath("");

    KeyPath child(String key) {
        return new KeyPath(text.isEmpty() ? key : text + "." + key);
    }

    KeyPath element(int index) {
        return new KeyPath(text + "[" + index + "]");
    }
}
