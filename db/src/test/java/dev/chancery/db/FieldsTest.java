package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

@DisplayName("Fields of a record")
class FieldsTest {
    private static Fields parse(String json) {
        return Fields.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1}{}",
                "{\"a\":null}",
                "{\"a\":1.5}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":99999999999999999999}",
                "{'a':1}",
                "{\"a\":1,}",
                "\u0000"
            })
    @DisplayName("are one JSON object of few kinds of values, or a syntax error")
    void syntax(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(JacksonException.class);
    }

    @Test
    @DisplayName("are each taken with their type, and none is left over")
    void strict() {
        Fields fields = parse("{\"t\":\"x\",\"n\":7,\"f\":true,\"l\":[\"a\"],\"o\":{\"p\":\"q\"},\"more\":1}");
        assertThat(fields.text("t")).isEqualTo("x");
        assertThat(fields.number("n")).isEqualTo(7);
        assertThat(fields.flag("f")).isTrue();
        assertThat(fields.texts("l")).containsExactly("a");
        assertThat(fields.object("o").text("p")).isEqualTo("q");
        assertThatThrownBy(fields::finish).hasMessage("unknown field \"more\"");
        assertThatThrownBy(() -> fields.text("t")).hasMessage("the field \"t\" is missing");
        assertThatThrownBy(() -> fields.text("more")).hasMessage("the field \"more\" has the wrong type");
        assertThatThrownBy(() -> parse("{\"l\":[1]}").texts("l"))
                .hasMessage("an element of the field \"l\" has the wrong type");
        assertThatThrownBy(() -> parse("{\"t\":\"soon\"}").time("t")).hasMessageContaining("\"soon\" is not a time");
    }
}
