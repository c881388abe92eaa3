package dev.chancery.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A text that is not YAML, or more YAML than settings need, is refused at its place")
class SyntaxTest {

    private static void expect(String text, String message) {
        assertThat(Reading.mistakes(text)).containsExactly(message);
    }

    @Test
    @DisplayName("tabs")
    void tabs() {
        expect("crl:\n\tlifetime: 1 d\n", "lab.yaml:2: a tab stands here; YAML is indented with spaces only");
    }

    @Test
    @DisplayName("a colon in unquoted text")
    void colon() {
        String message =
                "a `:` where no key can stand; check the indentation and the space behind each `:`, and put text "
                        + "that contains `: ` in quotes";
        expect("names:\n  - a\ncrl: lifetime: 1 d\n", "lab.yaml:3: " + message);
        expect("names: a\n crl:\n", "lab.yaml:2: " + message);
    }

    @Test
    @DisplayName("a key without a colon")
    void noColon() {
        expect("names: []\nserver\ncrl:\n", "lab.yaml:2: a key without its `:`; write `key: value`");
    }

    @Test
    @DisplayName("a quotation or a bracket that is not closed, where it opens")
    void notClosed() {
        expect("names: []\nmail: {host: \"a}\n\n\n", "lab.yaml:2: the quotation mark that opens here is never closed");
        expect(
                "\nnames: [a, b\ncrl:\n",
                "lab.yaml:2: the bracket that opens here is not closed, or a comma is missing in it");
    }

    @Test
    @DisplayName("crooked indentation")
    void indentation() {
        expect(
                "server:\n    http-port: 1\n  verbose: true\n",
                "lab.yaml:3: the indentation differs from that of the lines before, or the line before lacks the space "
                        + "behind its `:`");
        expect("names: - a\n", "lab.yaml:1: no list can begin here; begin it on a line of its own, or write `[a, b]`");
    }

    @Test
    @DisplayName("something behind a value in quotes")
    void afterQuotes() {
        expect(
                "mail:\n  host: 'a' b\n",
                "lab.yaml:2: something follows a value that is already complete; put the whole value in quotes");
    }

    @Test
    @DisplayName("a character that YAML keeps for itself")
    void reserved() {
        String message = "this character means something to YAML; put text that begins with this character in quotes";
        expect("names:\n  - @a\n", "lab.yaml:2: " + message);
        expect("names: [a, %b]\n", "lab.yaml:1: " + message);
    }

    @Test
    @DisplayName("whatever else the parser objects to, in its words")
    void parserWords() {
        expect("mail: {host: \"\\q\"}", "lab.yaml:1: is not YAML: found unknown escape character q(113)");
    }

    @Test
    @DisplayName("a key that is not a word")
    void complexKeys() {
        expect("[a]: b\n", "lab.yaml:1: a key must be a plain word, such as `http-port`");
    }

    @Test
    @DisplayName("a second document")
    void secondDocument() {
        expect(
                "names: []\n---\nnames: []\n",
                "lab.yaml:3: a second document begins; one file is one document, remove `---` and what follows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            names: &a [x]           | names: anchors (&) and aliases (*)
            names: [&a x, *a]       | names[0]: anchors (&) and aliases (*)
            &a names: [x]           | anchors (&) and aliases (*)
            names: *                | is not YAML
            names: *a               | names: anchors (&) and aliases (*)
            names: [{<<: *a}]       | names[0].<<: anchors (&) and aliases (*)
            names: [!!str x]        | names[0]: tags (!)
            names: !!binary "?"     | names: tags (!)
            names: !!int +          | names: tags (!)
            !!int +                 | tags (!)
            names: !foo {a: b}      | names: tags (!)
            """)
    @DisplayName("anchors, aliases and tags")
    void anchorsAndTags(String text, String message) {
        assertThat(Reading.mistakes(text)).singleElement().asString().startsWith("lab.yaml:1: " + message);
    }

    @Test
    @DisplayName("the exact words about an alias")
    void alias() {
        expect(
                "crl: &a\n  grace: 1 d\n",
                "lab.yaml:1: crl: anchors (&) and aliases (*) are not accepted; put text that begins with this character "
                        + "in quotes");
    }

    @Test
    @DisplayName("a small text that aliases would make huge")
    void bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append(String.format("a%d: &a%d [%s*a%d]%n", i, i, ("*a" + (i - 1) + ", ").repeat(8), i - 1));
        }
        assertThat(Reading.mistakes(bomb.toString())).hasSize(1);
    }

    @Test
    @DisplayName("a text nested without end")
    void depth() {
        String deep = "names: " + "[".repeat(31) + "x" + "]".repeat(31);
        String deeper = "names: " + "[".repeat(32) + "x" + "]".repeat(32);
        assertThat(Reading.mistakes(deep).get(0)).contains("expected text, but found a list");
        assertThat(Reading.mistakes(deeper).get(0)).endsWith(": is nested more than 32 levels deep");
        assertThat(Reading.mistakes("names: " + "[".repeat(500_000)).get(0)).endsWith("levels deep");
        assertThat(Reading.mistakes("names: " + "{a: ".repeat(200_000)).get(0)).endsWith("levels deep");
        assertThat(Reading.mistakes("- ".repeat(500_000)).get(0)).endsWith("levels deep");
    }

    @Test
    @DisplayName("a text beyond 1 MiB, counted in bytes")
    void size() {
        assertThat(Reading.lab("#" + "x".repeat((1 << 20) - 1))).isEqualTo(LabSettings.defaults());
        String message = "lab.yaml: is larger than 1 MiB, which no file of settings is; is it the right file?";
        expect("#" + "x".repeat(1 << 20), message);
        expect("#" + "ü".repeat(1 << 19), message);
    }

    @Test
    @DisplayName("characters that no text has")
    void controlCharacters() {
        expect("names: []\ncrl: \u0007\n", "lab.yaml:2: the character U+0007 cannot stand in a YAML text");
    }
}
