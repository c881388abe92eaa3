package dev.chancery.web.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.http.Parameters;
import dev.chancery.web.http.RequestHead;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A reader")
class LanguageTest {
    private static Reader reader(String... headers) {
        return Reader.of(new RequestHead(
                "GET", "/", Parameters.none(), Parameters.headers(headers), "https://ca.test", "", true, List.of()));
    }

    @ParameterizedTest(name = "Accept-Language \"{0}\" reads {1}")
    @CsvSource({
        "'', ENGLISH",
        "de, GERMAN",
        "de-AT, GERMAN",
        "'DE-ch, en', GERMAN",
        "'en-GB, de', ENGLISH",
        "'en;q=0.5, de;q=0.9', GERMAN",
        "'fr, de;q=0.5', GERMAN",
        "'de;q=0', ENGLISH",
        "'de;q=0, en;q=0', ENGLISH",
        "'fr, *', ENGLISH",
        "'de;q=abc', ENGLISH",
        "';;;,,q=1', ENGLISH",
    })
    void asked(String header, Language language) {
        assertThat(reader("Accept-Language", header).language()).isEqualTo(language);
    }

    @Test
    @DisplayName("gets the language of the cookie before any other, and never one that there is not")
    void cookie() {
        assertThat(reader("Accept-Language", "en", "Cookie", "a=b; chancery-language=de")
                        .language())
                .isEqualTo(Language.GERMAN);
        assertThat(reader("Accept-Language", "de", "Cookie", "chancery-language=xx")
                        .language())
                .isEqualTo(Language.GERMAN);
    }

    @Test
    @DisplayName("is told dates in the zone of their browser if there is one of that name")
    void zone() {
        assertThat(reader("Cookie", "chancery-zone=Europe/Berlin").zone()).contains(ZoneId.of("Europe/Berlin"));
        assertThat(reader("Cookie", "chancery-zone=Europe/Atlantis").zone()).isEmpty();
        assertThat(reader("Cookie", "chancery-zone=+25:99").zone()).isEmpty();
        assertThat(reader().zone()).isEqualTo(Optional.empty());
    }
}
