package dev.chancery.core.role;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The key that the files for {@code certreq} ask Windows to make. */
public enum KeyChoice {
    RSA_2048,
    RSA_3072,
    RSA_4096,
    EC_P256,
    EC_P384,
    EC_P521;

    /** {@code rsa-2048}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when it is none of them */
    public static KeyChoice of(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.label().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is not one of "
                        + Arrays.stream(values()).map(KeyChoice::label).collect(Collectors.joining(", "))));
    }

    public boolean rsa() {
        return name().startsWith("RSA");
    }

    public int bits() {
        return Integer.parseInt(name().replaceAll("\\D", ""));
    }
}
