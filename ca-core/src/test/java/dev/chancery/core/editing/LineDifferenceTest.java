package dev.chancery.core.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The difference of two texts")
class LineDifferenceTest {
    private static String words(String before, String after) {
        return LineDifference.of(before, after).stream()
                .map(line -> switch (line.kind()) {
                            case KEPT -> " ";
                            case ADDED -> "+";
                            case REMOVED -> "-";
                        }
                        + line.text())
                .collect(Collectors.joining("|"));
    }

    @Test
    @DisplayName("names what came and what went, in order")
    void simple() {
        assertThat(words("a\nb\nc\n", "a\nB\nc\nd\n")).isEqualTo(" a|-b|+B| c|+d");
        assertThat(words("", "a\n")).isEqualTo("+a");
        assertThat(words("a\n", "")).isEqualTo("-a");
        assertThat(words("a\nb\n", "a\nb\n")).isEqualTo(" a| b");
    }

    @Test
    @DisplayName("makes each text from the other, whatever they are")
    void random() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            String before = text(random);
            String after = text(random);
            List<LineDifference.Line> lines = LineDifference.of(before, after);
            assertThat(without(lines, LineDifference.Kind.ADDED))
                    .isEqualTo(before.lines().toList());
            assertThat(without(lines, LineDifference.Kind.REMOVED))
                    .isEqualTo(after.lines().toList());
        }
    }

    @Test
    @DisplayName("gives up on texts of thousands of lines")
    void large() {
        String large = IntStream.range(0, 2_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
        assertThat(LineDifference.of(large, large + "\nmore")).hasSize(4_001);
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> "line " + random.nextInt(5) + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> without(List<LineDifference.Line> lines, LineDifference.Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() != kind)
                .map(LineDifference.Line::text)
                .toList();
    }
}
