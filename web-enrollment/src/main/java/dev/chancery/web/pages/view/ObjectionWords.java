package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.said;
import static dev.chancery.web.pages.text.Texts.told;

import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.Wording;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is wrong with what somebody sent, in the reader's language. */
public final class ObjectionWords {
    private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

    private ObjectionWords() {}

    public static String of(Objection objection) {
        Wording wording = objection.wording();
        String key =
                HYPHEN.matcher(wording.code()).replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT));
        return wording.code().isEmpty()
                ? said(objection.message())
                : told(
                        objection.message(),
                        "objection.of." + key,
                        wording.values().toArray());
    }
}
