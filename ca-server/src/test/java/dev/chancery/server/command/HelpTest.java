package dev.chancery.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

@DisplayName("The help of every command")
final class HelpTest {
    @Command(name = "chancery")
    private static final class Root {}

    private static CommandLine root() {
        CommandLine root = new CommandLine(new Root());
        Commands.addTo(
                root,
                new Surroundings(
                        Clock.systemUTC(),
                        ZoneOffset.UTC,
                        new java.security.SecureRandom(),
                        java.util.Map.of(),
                        java.io.InputStream.nullInputStream(),
                        java.io.OutputStream.nullOutputStream(),
                        Optional.empty(),
                        false),
                (storage, vault, data, ca, key, days) -> {
                    throw new AssertionError("no key is at hand here");
                });
        return root;
    }

    static Stream<String> commands() {
        List<String> names = new ArrayList<>();
        collect(root().getCommandSpec(), names);
        return names.stream();
    }

    private static void collect(CommandSpec spec, List<String> names) {
        spec.subcommands().values().forEach(line -> {
            CommandSpec command = line.getCommandSpec();
            if (command.subcommands().isEmpty()) {
                names.add(command.qualifiedName(" ").replaceFirst("chancery ", ""));
            }
            collect(command, names);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    @DisplayName("has examples that its own options can parse")
    void examples(String name) {
        assertThat(new CommandLineRun().run((name + " --help").split(" ")).code())
                .isZero();
        List<String> footer =
                List.of(command(name).getCommandSpec().usageMessage().footer());
        assertThat(footer).as("fits a terminal of 80 columns").allMatch(line -> line.length() < 80);
        List<String> examples = String.join("\n", footer)
                .replace("\\\n", "")
                .lines()
                .filter(line -> line.contains("./chancery " + name))
                .map(line -> line.replaceFirst(".*\\./chancery ", "").replaceFirst(" [<>].*", ""))
                .toList();
        assertThat(examples).as("examples in the footer of " + name).isNotEmpty();
        for (String example : examples) {
            root().parseArgs(words(example));
        }
    }

    private static CommandLine command(String name) {
        CommandLine line = root();
        for (String word : name.split(" ")) {
            line = line.getSubcommands().get(word);
        }
        return line;
    }

    /** As a shell splits them. */
    private static String[] words(String line) {
        return java.util.regex.Pattern.compile("'([^']*)'|\\S+")
                .matcher(line)
                .results()
                .map(match -> match.group(1) == null ? match.group() : match.group(1))
                .toArray(String[]::new);
    }

    @Test
    @DisplayName("offers no option that takes a secret")
    void noSecrets() {
        List<String> names = new ArrayList<>();
        commands().forEach(name -> {
            command(name).getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .forEach(names::add);
        });
        assertThat(names).contains("--password-file", "--token-file").doesNotContain("--password", "--token");
    }

    @Test
    @DisplayName("a group without its command is wrong usage")
    void group() {
        var result = new CommandLineRun().run("crl");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("publish, upload, show");
    }
}
