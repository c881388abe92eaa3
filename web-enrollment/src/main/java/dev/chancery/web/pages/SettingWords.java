package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.known;
import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.editing.Setting;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the keys of a profile are called in its form, and what they mean, in the reader's language. */
final class SettingWords {
    private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

    private SettingWords() {}

    /** @param group the first part of its keys */
    static String group(String group) {
        return switch (group) {
            case "title" -> plain("profiles.form.people");
            case "key" -> plain("profiles.form.keys");
            case "ca" -> plain("profiles.form.ca");
            case "usable-by" -> plain("profiles.whoMayAsk");
            case "requesters" -> plain("profiles.form.requesters");
            default -> known("settings.group." + camel(group)).orElseGet(() -> spelled(group));
        };
    }

    static String label(String key) {
        return known("settings.key." + camel(key)).orElseGet(() -> {
            int dot = key.indexOf('.');
            return spelled(dot < 0 ? key : key.substring(dot + 1).replace('.', ' '));
        });
    }

    static String meaning(Setting setting) {
        return known("settings.help." + camel(setting.key())).orElseGet(setting::meaning);
    }

    private static String spelled(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1).replace('-', ' ');
    }

    /** Names of texts have no hyphens: {@code key-usage} is {@code keyUsage}. */
    private static String camel(String key) {
        return HYPHEN.matcher(key).replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT));
    }
}
