package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.publisher.check.CheckReason;
import dev.chancery.web.pages.text.Language;
import dev.chancery.web.pages.text.Reader;
import dev.chancery.web.pages.text.Texts;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What the check from outside finds")
class PublicationWordsTest {
    private static final Reader GERMAN = new Reader(Language.GERMAN, Optional.empty());

    @ParameterizedTest
    @EnumSource(CheckReason.class)
    @DisplayName("is said in German with all its values, whatever it is")
    void german(CheckReason reason) {
        Object[] values = IntStream.rangeClosed(0, reason.count())
                .mapToObj(number -> "<" + number + ">")
                .toArray();
        String said = GERMAN.reading(() -> Texts.told("English", "outside.says." + reason.code(), values));
        assertThat(said).isNotEqualTo("English").endsWith(".");
        for (int number = 1; number <= reason.count(); number++) {
            assertThat(said).contains("<" + number + ">");
        }
        assertThat(Texts.told("English", "outside.says." + reason.code(), values))
                .isEqualTo("English");
    }
}
