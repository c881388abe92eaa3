package dev.chancery.web.pages;

import dev.chancery.core.access.NameGrants;
import dev.chancery.web.http.Form;
import dev.chancery.web.pages.view.GrantForm;
import java.util.Arrays;
import java.util.List;

/** Granted names as a form sent them. */
final class GrantEntry {
    private GrantEntry() {}

    static GrantForm of(Form form) {
        return new GrantForm(
                form.text("exact").orElse(""),
                form.text("suffixes").orElse(""),
                form.text("wildcards").isPresent(),
                form.text("ranges").orElse(""),
                form.text("all").isPresent());
    }

    /** @throws IllegalArgumentException with what is wrong, in words */
    static NameGrants grants(GrantForm form) {
        return new NameGrants(
                split(form.exact()), split(form.suffixes()), form.wildcards(), split(form.ranges()), form.all());
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[\\s,;]+"))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    static String sentence(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
