package dev.chancery.web.pages.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that the pages speak. Where a reader asks for several or none of them, the first one counts. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English", "d MMMM uuuu, HH:mm zzz", "d MMM uuuu", "MMM", "MMMM uuuu"),
    GERMAN(Locale.GERMAN, "Deutsch", "d. MMMM uuuu, HH:mm zzz", "d. MMM uuuu", "LLL", "LLLL uuuu");

    private final Locale locale;
    private final String ownName;
    private final String exact;
    private final String day;
    private final String month;
    private final String longMonth;

    /** The last four say how people write dates, as patterns of {@link java.time.format.DateTimeFormatter}. */
    Language(Locale locale, String ownName, String exact, String day, String month, String longMonth) {
        this.locale = locale;
        this.ownName = ownName;
        this.exact = exact;
        this.day = day;
        this.month = month;
        this.longMonth = longMonth;
    }

    public Locale locale() {
        return locale;
    }

    /** As its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public String exact() {
        return exact;
    }

    public String day() {
        return day;
    }

    public String month() {
        return month;
    }

    public String longMonth() {
        return longMonth;
    }

    /** {@code de}: for {@code lang}, cookies and file names. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** What a browser would rather read (RFC 9110, section 12.5.4); a range like {@code de-AT} is German. */
    static Language preferred(List<String> acceptLanguage) {
        Language best = ENGLISH;
        double weight = 0;
        for (String range : String.join(",", acceptLanguage).split(",")) {
            String[] pieces = range.strip().split(";", 2);
            Optional<Language> language =
                    tagged(pieces[0].strip().toLowerCase(Locale.ROOT).replaceFirst("-.*", ""));
            double wanted = pieces.length == 1 ? 1 : quality(pieces[1]);
            if (language.isPresent() && wanted > weight) {
                best = language.get();
                weight = wanted;
            }
        }
        return best;
    }

    /** {@code q=0.8}; what is not so counts for nothing. */
    private static double quality(String parameter) {
        String value = parameter.strip().toLowerCase(Locale.ROOT).replace(" ", "");
        return value.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(value.substring(2)) : 0;
    }
}
