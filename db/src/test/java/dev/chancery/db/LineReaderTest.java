package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A line reader")
class LineReaderTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("cuts lines of any length, and knows where each ends")
    void anyLength() throws IOException {
        Random random = new Random(3);
        List<String> expected = new ArrayList<>();
        for (int length : new int[] {0, 1, 131_071, 131_072, 131_073, 5, 400_000, 0, 262_144}) {
            expected.add("x".repeat(length) + random.nextInt(10));
        }
        Path file = directory.resolve("lines");
        Files.writeString(file, String.join("\n", expected) + "\n");
        try (LineReader reader = new LineReader(new FileInputStream(file.toFile()), 0, 0)) {
            long offset = 0;
            for (String line : expected) {
                assertThat(new String(reader.next(), StandardCharsets.US_ASCII)).isEqualTo(line);
                offset += line.length() + 1;
                assertThat(reader.offset()).isEqualTo(offset);
                assertThat(reader.terminated()).isTrue();
            }
            assertThat(reader.number()).isEqualTo(expected.size());
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    @DisplayName("says when the last line has no end")
    void unterminated() throws IOException {
        Path file = Files.writeString(directory.resolve("lines"), "a\nbc");
        try (LineReader reader = new LineReader(new FileInputStream(file.toFile()), 0, 0)) {
            reader.next();
            assertThat(new String(reader.next(), StandardCharsets.US_ASCII)).isEqualTo("bc");
            assertThat(reader.terminated()).isFalse();
            assertThat(reader.offset()).isEqualTo(4);
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    @DisplayName("refuses a line that would fill the memory")
    void endless() throws IOException {
        Path file = directory.resolve("lines");
        Files.write(file, new byte[17 << 20]);
        try (LineReader reader = new LineReader(new FileInputStream(file.toFile()), 0, 0)) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a line of more than");
        }
    }
}
