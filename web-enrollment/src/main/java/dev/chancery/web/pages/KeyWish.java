package dev.chancery.web.pages;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.pfx.PfxFormat;
import dev.chancery.web.http.Form;
import dev.chancery.web.pages.view.InstallGuide.Target;
import dev.chancery.web.pages.view.KeySource;
import java.util.Optional;

/**
 * Where the key of a request comes from, and where its certificate will go.
 *
 * @param algorithm of a key that is made for it; empty for the usual one
 * @param target empty while nobody has named another than the likely one
 * @param format of a PFX that the server makes
 */
record KeyWish(KeySource source, Optional<KeyAlgorithm> algorithm, Optional<Target> target, PfxFormat format) {
    static KeyWish none() {
        return new KeyWish(KeySource.CSR, Optional.empty(), Optional.empty(), PfxFormat.MODERN);
    }

    static KeyWish of(Form form) {
        return new KeyWish(
                KeySource.named(form.text("key").orElse("")),
                form.text("algorithm").flatMap(KeyWish::algorithm),
                // What the form had chosen by itself makes room for what is likely now.
                form.text("target")
                        .filter(named -> !form.text("likely").equals(Optional.of(named)))
                        .flatMap(Target::find),
                form.text("format").filter("old"::equals).isPresent() ? PfxFormat.OLD : PfxFormat.MODERN);
    }

    private static Optional<KeyAlgorithm> algorithm(String label) {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            if (algorithm.label().equals(label)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** What the page after this one has to know, beside what stands in its path: {@code &target=java&key=browser}. */
    String inAddress() {
        return target.map(named -> "&target=" + named.value()).orElse("")
                + (source == KeySource.CSR ? "" : "&key=" + source.value());
    }
}
