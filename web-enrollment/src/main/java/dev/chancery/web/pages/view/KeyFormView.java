package dev.chancery.web.pages.view;

import dev.chancery.web.pages.view.InstallGuide.Target;
import dev.chancery.web.pages.view.RequestFormView.Choice;
import java.util.List;

/**
 * The questions about the key, and about the place where it will be used.
 *
 * @param profile the title of the chosen kind of certificate
 * @param source who is to make the key
 * @param kinds the keys that can be made; empty where the profile takes none of them
 * @param serverMay whether the profile lets the server make it
 * @param targets where the certificate may go
 * @param target the one that was named, else the likely one
 * @param likely the one that the form chooses while nobody else does
 * @param old whether a PFX is to be in the old format
 * @param problem why the key cannot be made like that; empty when it can
 */
public record KeyFormView(
        String profile,
        KeySource source,
        List<Choice> kinds,
        boolean serverMay,
        List<Choice> targets,
        Target target,
        Target likely,
        boolean old,
        String problem) {
    public KeyFormView {
        kinds = List.copyOf(kinds);
        targets = List.copyOf(targets);
    }

    /** For a form with nothing to choose from. */
    public static KeyFormView nothing() {
        return new KeyFormView("", KeySource.CSR, List.of(), false, List.of(), Target.FILE, Target.FILE, false, "");
    }

    public boolean from(String value) {
        return source.value().equals(value);
    }
}
