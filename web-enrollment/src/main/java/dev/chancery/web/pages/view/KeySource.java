package dev.chancery.web.pages.view;

import java.util.Locale;

/** Who makes the key of a certificate. */
public enum KeySource {
    /** Somebody else, who has brought a signing request. */
    CSR,
    /** The requester's browser. */
    BROWSER,
    /** This server, as far as the profile lets it. */
    SERVER;

    /** As it stands in a form and in an address. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@link #CSR} for anything unknown. */
    public static KeySource named(String value) {
        for (KeySource source : values()) {
            if (source.value().equals(value)) {
                return source;
            }
        }
        return CSR;
    }
}
