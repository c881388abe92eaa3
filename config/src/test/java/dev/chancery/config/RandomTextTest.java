package dev.chancery.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Whatever the text")
class RandomTextTest {
    private static final int RUNS = 3_000;

    private static final String START = """
            server:
              bind-address: 10.0.0.1
              http-port: 80
              public-url: "http://pki.example.com/base"
              signature-algorithm: ec-p256
            crl: {lifetime: 14 days, interval: PT12H, validity: 397 days}
            mail:
              host: 'mail'
              bytes: 5000000000
              to: [a@example.com, 'b@example.com']
            names:
              - one
              - |
                two words
            purposes: [server-auth, clientAuth]
            limits:
              ? free
              : {count: 1, tags: [x]}
            """;

    private static final String[] PIECES = {
        "&a ",
        "*a",
        "!!int ",
        "!x ",
        "!<",
        "%YAML 1.1\n---\n",
        "---\n",
        "...\n",
        "\t",
        ": ",
        "- ",
        "? ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "\"",
        "'",
        "|\n",
        ">+2\n",
        "#",
        "\n",
        "\r\n",
        "  ",
        "\u0000",
        "\uFEFF",
        "\uD800",
        "🔑",
        "\\",
        "@",
        "`",
        "~",
        "null",
        "<<: ",
        "0",
        "-",
        "99999999999999999999",
        "P1Y",
        "\u0085",
        "\u2028",
        "!!binary ",
        "!!map ",
        "+",
        "=",
        "%TAG ! tag:x,2000:\n",
        "!%zz "
    };

    @Test
    @DisplayName("it is read or refused with its mistakes, and nothing else is ever thrown")
    void neverAnythingElse() {
        int refused = countRefused(0, RUNS);
        // Neither all nor none: the mutations reach both the parser's and the records' refusals.
        assertThat(refused).isBetween(RUNS / 4, RUNS - 1);
    }

    @Test
    @Tag("long")
    @DisplayName("the same holds for many more of them")
    void neverAnythingElseInTheLongRun() {
        assertThat(countRefused(RUNS, RUNS + 100_000)).isGreaterThan(25_000);
    }

    private static int countRefused(int firstSeed, int endSeed) {
        int refused = 0;
        for (int seed = firstSeed; seed < endSeed; seed++) {
            String text = mutate(new Random(seed));
            try {
                YamlReader.read("random.yaml", text, LabSettings.class, Map.of());
            } catch (ConfigurationException expected) {
                refused++;
                assertThat(expected.problems()).isNotEmpty();
                assertThat(expected.getMessage().lines()).hasSameSizeAs(expected.problems());
            } catch (Throwable broken) {
                throw new AssertionError("seed " + seed + ":\n" + text, broken);
            }
        }
        return refused;
    }

    @Test
    @DisplayName("an override is applied or refused just so")
    void overrides() {
        for (int seed = 0; seed < RUNS / 4; seed++) {
            Random random = new Random(seed);
            String value = PIECES[random.nextInt(PIECES.length)] + "x" + PIECES[random.nextInt(PIECES.length)];
            try {
                YamlReader.read("random.yaml", START, LabSettings.class, Map.of("server.bind-address", value));
            } catch (ConfigurationException expected) {
                assertThat(expected.getMessage()).startsWith("--set server.bind-address: ");
            } catch (Throwable broken) {
                throw new AssertionError("seed " + seed + ": " + value, broken);
            }
        }
    }

    private static String mutate(Random random) {
        StringBuilder text = new StringBuilder(START);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int place = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(place, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.delete(place, Math.min(text.length(), place + 1 + random.nextInt(12)));
                case 2 -> text.setCharAt(place, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
                default ->
                    text.insert(place, text.substring(place, Math.min(text.length(), place + random.nextInt(40))));
            }
            if (text.length() == 0) {
                return "";
            }
        }
        return text.toString();
    }
}
