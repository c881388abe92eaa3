package dev.chancery.web.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The texts of the pages")
class TextsTest {
    private static final Dictionary ENGLISH = Dictionary.of(Language.ENGLISH);
    /** In English these are only to read beside the others; what somebody below says is shown. */
    private static final List<String> FROM_BELOW =
            List.of(Phrases.AREA + ".", "outside.says.", "objection.of.", "journal.did.");

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("are the same ones in each language")
    void complete(Language language) {
        assertThat(Dictionary.of(language).keys()).containsExactlyInAnyOrderElementsOf(ENGLISH.keys());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName(
            "stand in the file of their area, in the order of the English file, once, and in no more than 400 lines")
    void files(Language language) throws IOException {
        assertThat(TextFile.areas()).containsExactlyInAnyOrderElementsOf(Dictionary.AREAS);
        for (String area : Dictionary.AREAS) {
            List<String> keys = TextFile.keys(area, language);
            assertThat(keys).as(area).doesNotHaveDuplicates().allMatch(key -> key.startsWith(area + "."));
            assertThat(keys).as(area).containsExactlyElementsOf(TextFile.keys(area, Language.ENGLISH));
            assertThat(TextFile.lines(area, language)).as(area).hasSizeLessThanOrEqualTo(400);
        }
    }

    @Test
    @DisplayName("are all named by a template or a class, and nothing else is named")
    void named() throws IOException {
        Set<String> exact = new TreeSet<>();
        List<String> families = new ArrayList<>();
        Set<String> anywhere = new HashSet<>();
        for (String source : TextFile.sources()) {
            Matcher call = TextFile.CALL.matcher(source);
            while (call.find()) {
                exact.add(call.group(1));
            }
            Matcher literal = Pattern.compile("\"([a-z]+\\.[a-zA-Z0-9.]+)\"").matcher(source);
            while (literal.find()) {
                anywhere.add(literal.group(1));
            }
        }
        anywhere.stream().filter(text -> text.endsWith(".")).forEach(families::add);
        assertThat(exact)
                .hasSizeGreaterThan(300)
                .allSatisfy(key -> assertThat(ENGLISH.keys())
                        .as(key)
                        .anyMatch(known -> known.equals(key)
                                || known.equals(key + ".one")
                                || known.startsWith(key.endsWith(".") ? key : key + ".")));
        assertThat(ENGLISH.keys())
                .allMatch(key -> key.startsWith(Phrases.AREA + ".")
                        || key.startsWith(ShippedTexts.AREA + ".")
                        || anywhere.contains(key)
                        || anywhere.contains(key.replaceFirst("\\.(one|many)$", ""))
                        || families.stream().anyMatch(key::startsWith));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("take the same parameters in each language")
    void parameters(Language language) {
        for (String key : ENGLISH.keys()) {
            assertThat(parameters(Dictionary.of(language).message(key).text()))
                    .as(key)
                    .isEqualTo(parameters(ENGLISH.message(key).text()));
        }
    }

    private static Set<String> parameters(String text) {
        Set<String> found = new TreeSet<>();
        Matcher place = Pattern.compile("\\{[0-9]}").matcher(text);
        while (place.find()) {
            found.add(place.group());
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @DisplayName("have the same elements in each language")
    void markup(Language language) {
        for (String key : ENGLISH.keys()) {
            String text = Dictionary.of(language).message(key).text();
            assertThat(tags(text)).as(key).isEqualTo(tags(ENGLISH.message(key).text()));
            assertThat(text.replaceAll("</?[a-z][^<>]*>", "")).as(key).doesNotContain("<", ">");
        }
    }

    private static List<String> tags(String text) {
        List<String> found = new ArrayList<>();
        Matcher tag = Pattern.compile("</?[a-z][^<>]*>|&[a-z0-9#]+;").matcher(text);
        while (tag.find()) {
            found.add(tag.group());
        }
        found.removeIf(entity -> entity.startsWith("&"));
        found.sort(null);
        return found;
    }

    @Test
    @DisplayName("hold no markup where they are put into an attribute or a view")
    void plainOnes() throws IOException {
        for (String source : TextFile.sources()) {
            Matcher call =
                    Pattern.compile("\\b(?:plain|counted)\\(\\s*\"([^\"]*)\"").matcher(source);
            while (call.find()) {
                for (String key : ENGLISH.keys()) {
                    if (key.equals(call.group(1)) || key.matches(Pattern.quote(call.group(1)) + "\\.(one|many)")) {
                        for (Language language : Language.values()) {
                            assertThat(Dictionary.of(language).message(key).text())
                                    .as(key)
                                    .doesNotContainPattern("<[a-z/]|&[a-z]+;");
                        }
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("are German in German quotation marks, with sharp s and umlauts")
    void typography() {
        Dictionary german = Dictionary.of(Language.GERMAN);
        for (String key : german.keys()) {
            String words = german.message(key).text().replaceAll("<code>.*?</code>|<[^<>]*>", "");
            assertThat(words).as(key).doesNotContain("\"", "“{", "”").doesNotContainPattern("&quot;|'|\\.\\.\\.");
            assertThat(words.chars().filter(c -> c == '„').count())
                    .as(key)
                    .isEqualTo(words.chars().filter(c -> c == '“').count());
        }
    }

    @Test
    @DisplayName("come in the language of the reader, and in English for nobody in particular")
    void reading() {
        Reader german = new Reader(Language.GERMAN, java.util.Optional.empty());
        assertThat(Texts.plain("word.names")).isEqualTo("Names");
        assertThat(german.reading(() -> Texts.plain("word.names"))).isEqualTo("Namen");
        assertThat(german.reading(() -> Texts.counted(1204, "word.count.certificate")))
                .isEqualTo("1.204 Zertifikate");
        assertThat(Texts.counted(1, "word.count.certificate")).isEqualTo("1 certificate");
    }

    @Test
    @DisplayName("know only sentences that somebody below the pages says")
    void phrases() throws IOException {
        String sources = TextFile.below();
        for (String key : ENGLISH.keys()) {
            if (FROM_BELOW.stream().anyMatch(key::startsWith)) {
                assertThat(Arrays.stream(ENGLISH.message(key).text().split("\\{[0-9]}"))
                                .anyMatch(piece -> pieceOf(piece, sources)))
                        .as(key)
                        .isTrue();
            }
        }
    }

    /** Sentences are glued here and there, so that a part has to do. */
    private static boolean pieceOf(String piece, String sources) {
        return piece.length() <= 16
                ? sources.contains(piece)
                : IntStream.rangeClosed(0, piece.length() - 16)
                        .anyMatch(from -> sources.contains(piece.substring(from, from + 16)));
    }

    @Test
    @DisplayName("say in German what the core says in English, with names inside, and leave the rest")
    void said() {
        Reader german = new Reader(Language.GERMAN, java.util.Optional.empty());
        String waits =
                "\"www.contoso.com\" is outside the grant of network (lab.contoso.com and names below it; 10.0.0.0/8).";
        assertThat(german.reading(() -> Texts.said(waits)))
                .isEqualTo("\"www.contoso.com\" liegt außerhalb der Berechtigung von network (lab.contoso.com und Namen"
                        + " darunter; 10.0.0.0/8).");
        assertThat(Texts.said(waits)).isEqualTo(waits);
        String unknown = "Something else went wrong; try again.";
        assertThat(german.reading(() -> Texts.said(unknown))).isEqualTo(unknown);
        assertThat(german.reading(() -> Texts.said("every name"))).isEqualTo("jeder Name");
        assertThat(german.reading(() -> Texts.said(""))).isEmpty();
    }
}
