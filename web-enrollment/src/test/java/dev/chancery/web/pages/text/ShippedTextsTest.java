package dev.chancery.web.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The texts of the profiles and roles that come with the program")
class ShippedTextsTest {
    private static final Reader GERMAN = new Reader(Language.GERMAN, Optional.empty());
    /** Files for people: each text stands on one line, and notes are the only sentences in a list. */
    private static final Pattern TEXT =
            Pattern.compile("(?m)^ *(?:(?:title|description|help|family): |      - (?=[A-Z].*\\.$))(.+)$");

    @Test
    @DisplayName("are in every language all that stand in the files of the profiles, word for word")
    void profiles() throws IOException {
        assertThat(words("shipped.profile.")).isEqualTo(inFiles("profiles")).hasSizeGreaterThan(15);
    }

    @Test
    @DisplayName("are in every language all that stand in the files of the roles, word for word")
    void roles() throws IOException {
        assertThat(words("shipped.role.")).isEqualTo(inFiles("roles")).hasSizeGreaterThan(50);
    }

    @Test
    @DisplayName("are in the reader's language, and what somebody else wrote stays as it is")
    void german() {
        String ours = "Web or application server";
        assertThat(GERMAN.reading(() -> Texts.profileText(ours))).isEqualTo("Web- oder Anwendungsserver");
        assertThat(Texts.profileText(ours)).isEqualTo(ours);
        assertThat(GERMAN.reading(() -> Texts.roleText("Web services, internal")))
                .isEqualTo("Webdienste, innen");
        assertThat(GERMAN.reading(() -> Texts.profileText("Web or application servers")))
                .isEqualTo("Web or application servers");
        assertThat(GERMAN.reading(() -> Texts.profileText("Web services, internal")))
                .isEqualTo("Web services, internal");
    }

    private static Set<String> words(String prefix) {
        Dictionary english = Dictionary.of(Language.ENGLISH);
        Set<String> words = new TreeSet<>();
        english.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> words.add(english.message(key).text()));
        return words;
    }

    private static Set<String> inFiles(String folder) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("../config").resolve(folder))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Matcher text = TEXT.matcher(Files.readString(file));
                while (text.find()) {
                    found.add(text.group(1).replaceFirst("^\"(.*)\"$", "$1"));
                }
            }
        }
        return found;
    }
}
