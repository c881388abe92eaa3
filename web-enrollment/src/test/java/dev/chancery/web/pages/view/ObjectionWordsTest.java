package dev.chancery.web.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.HostName;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.Wording;
import dev.chancery.web.pages.text.Language;
import dev.chancery.web.pages.text.Reader;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is wrong with a request")
class ObjectionWordsTest {
    private static final Reader GERMAN = new Reader(Language.GERMAN, Optional.empty());

    private static Objection about(String name) {
        HostName.Problem problem = HostName.check(name).orElseThrow();
        return new Objection(problem.rule(), "dns[0]", problem.message(), problem.suggestion(), problem.wording());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "web.example.com.",
                "10.0.0.7",
                "www.*.example.com",
                "web..example.com",
                "web_01.example.com",
                "-web.example.com",
                "b\u00fccher.example",
                "two words.example.com"
            })
    @DisplayName("with a host name is said in German, with the name inside, and in English as before")
    void hostNames(String name) {
        Objection objection = about(name);
        assertThat(GERMAN.reading(() -> ObjectionWords.of(objection)))
                .isNotEqualTo(objection.message())
                .contains(name);
        assertThat(ObjectionWords.of(objection)).isEqualTo(objection.message());
    }

    @Test
    @DisplayName("is said by its wording where it has one, and stays as it is where nobody knows it")
    void others() {
        assertThat(GERMAN.reading(() -> ObjectionWords.of(about("web_01.example.com"))))
                .isEqualTo("\"web_01.example.com\": In einem Hostnamen darf kein Unterstrich stehen.");
        Objection unknown = new Objection("any", "dns", "Wrong.", Optional.empty(), Wording.of("never-heard-of"));
        assertThat(GERMAN.reading(() -> ObjectionWords.of(unknown))).isEqualTo("Wrong.");
        Objection plain = Objection.of(
                "name-kind", "dns", "The request is empty. Paste or upload a PKCS#10 certificate request.");
        assertThat(GERMAN.reading(() -> ObjectionWords.of(plain))).startsWith("Die Anforderung ist leer.");
    }
}
