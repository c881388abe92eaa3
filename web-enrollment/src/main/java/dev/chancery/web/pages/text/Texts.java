package dev.chancery.web.pages.text;

import gg.jte.Content;
import java.util.Locale;
import java.util.Optional;

/** What templates and views say, by key, in the language of the {@link Reader}. */
public final class Texts {
    private Texts() {}

    /**
     * A text that may hold markup, for the body of an element.
     *
     * @param parameters for {@code {0}} and following: text, which is escaped, or {@link Content}
     */
    public static Content say(String key, Object... parameters) {
        Message message = message(key);
        return output -> message.writeTo(output, parameters);
    }

    /** A text without markup, for attributes and for the strings of views; whoever shows it escapes it. */
    public static String plain(String key, Object... parameters) {
        return message(key).filled(parameters);
    }

    /** A text without markup and parameters, about something that may have none, such as a key of somebody's own file. */
    public static Optional<String> known(String key) {
        return Dictionary.of(Reader.current().language()).known(key).map(Message::text);
    }

    /** {@code 1 name}, {@code 1,204 names}: by the keys {@code key.one} and {@code key.many}, with the number as {0}. */
    public static String counted(long count, String key) {
        return plain(key + (count == 1 ? ".one" : ".many"), number(count));
    }

    /** {@code 1,204}, or {@code 1.204} in German. */
    public static String number(long count) {
        return String.format(Reader.current().language().locale(), "%,d", count);
    }

    /** {@code de}, for {@code <html lang>}. */
    public static String language() {
        return Reader.current().language().tag();
    }

    /** A sentence from below the pages, where all speak English: in the reader's language if it is known there. */
    public static String said(String english) {
        return Dictionary.of(Reader.current().language()).said(english);
    }

    /** A title or description of a profile: as its file says it, unless it is one of ours, which are in every language. */
    public static String profileText(String words) {
        return Dictionary.of(Reader.current().language()).shipped().ofProfile(words);
    }

    /** What a role's file says to people, likewise. */
    public static String roleText(String words) {
        return Dictionary.of(Reader.current().language()).shipped().ofRole(words);
    }

    /**
     * A sentence from below the pages that says its code and its values beside the English: in English as it was said, in
     * other languages by the key; as it was said where there is no such text.
     */
    public static String told(String english, String key, Object... values) {
        Language language = Reader.current().language();
        return language == Language.ENGLISH
                ? english
                : Dictionary.of(language)
                        .known(key)
                        .map(message -> message.filled(values))
                        .orElse(english);
    }

    /** A word of a mark within a sentence: {@code ends soon} for {@code Ends soon}. German nouns stay as they are. */
    public static String inSentence(String word) {
        Locale locale = Reader.current().language().locale();
        return locale.equals(Locale.GERMAN) ? word : word.toLowerCase(locale);
    }

    private static Message message(String key) {
        return Dictionary.of(Reader.current().language()).message(key);
    }
}
