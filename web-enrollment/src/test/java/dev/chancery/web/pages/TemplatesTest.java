package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every template")
class TemplatesTest {
    private static final Path SOURCES = Path.of("src/main/jte");
    /** Signing in has no session and so no token; the gate asks for the page's own Origin instead. */
    private static final List<String> WITHOUT_SESSION = List.of("sign-in.jte");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).sorted().toList().stream();
        }
    }

    @Test
    @DisplayName("is found by this test")
    void thereAreTemplates() throws IOException {
        assertThat(templates()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("templates")
    @DisplayName("keeps to the content security policy: no inline style, script or handler")
    void nothingInline(Path template) throws IOException {
        String text = Files.readString(template);
        assertThat(text).doesNotContainPattern("\\sstyle\\s*=");
        assertThat(text).doesNotContainPattern("\\son[a-z]+\\s*=");
        assertThat(text).doesNotContain("<style", "javascript:", "$unsafe", "hx-on", "hx-vals='js");
        assertThat(text).doesNotContainPattern("<script(?![^>]*\\ssrc=)");
    }

    @ParameterizedTest
    @MethodSource("templates")
    @DisplayName("puts the CSRF token into every form that changes something")
    void formsHaveTheToken(Path template) throws IOException {
        if (WITHOUT_SESSION.contains(template.getFileName().toString())) {
            return;
        }
        Matcher form =
                Pattern.compile("<form[^>]*method=\"post\"[\\s\\S]*?</form>").matcher(Files.readString(template));
        while (form.find()) {
            assertThat(form.group()).containsPattern("name=\"csrf\"|template\\.tag\\.csrf");
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    @DisplayName("labels every field")
    void fieldsHaveLabels(Path template) throws IOException {
        String text = Files.readString(template);
        Matcher field = Pattern.compile("<(input|textarea|select)\\s[^>]*>").matcher(text);
        while (field.find()) {
            String tag = field.group();
            if (tag.contains("type=\"hidden\"") || tag.contains("aria-label=") || insideLabel(text, field.start())) {
                continue;
            }
            Matcher id = Pattern.compile("\\sid=\"([^\"]+)\"").matcher(tag);
            assertThat(id.find()).as(tag).isTrue();
            assertThat(text).as(tag).contains("for=\"" + id.group(1) + "\"");
        }
    }

    private static boolean insideLabel(String text, int position) {
        return text.lastIndexOf("<label", position) > text.lastIndexOf("</label", position);
    }
}
