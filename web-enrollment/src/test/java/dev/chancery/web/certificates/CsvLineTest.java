package dev.chancery.web.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A line of CSV")
class CsvLineTest {
    @Test
    @DisplayName("quotes what RFC 4180 wants quoted, and ends as it says")
    void quoting() {
        assertThat(CsvLine.of(List.of("plain", "a,b", "say \"hi\"", "two\nlines", "")))
                .isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"})
    @DisplayName("has no cell that a spreadsheet takes for a formula")
    void formulas(String text) {
        String line = CsvLine.of(List.of(text));
        assertThat(line).startsWith("\"'").contains(text.replace("\"", "\"\""));
    }
}
