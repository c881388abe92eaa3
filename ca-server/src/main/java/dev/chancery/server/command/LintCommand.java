package dev.chancery.server.command;

import dev.chancery.core.csr.PredictableKeys;
import dev.chancery.core.inspection.FileInspector;
import dev.chancery.core.inspection.FileInspector.Source;
import dev.chancery.core.inspection.Inspection;
import dev.chancery.core.profile.RuleWeight;
import dev.chancery.core.profile.TurnedDownRule;
import dev.chancery.core.x509.Der;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.ExitCode;
import dev.chancery.server.command.report.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery lint}: needs no server and no data directory. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "Judges certificates, chains, CRLs, requests and OCSP responses from anywhere, and says what is wrong with them.",
            "Reads PEM, DER and PKCS #7. Needs no server; sends nothing anywhere."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery lint web01.pem",
            "  ./chancery lint --issuer ca.pem web01.crt latest.crl",
            "  ./chancery lint --profile tls-server web01.pem",
            "  openssl s_client -connect web:443 -showcerts </dev/null | ./chancery lint -",
            "",
            "Exit codes: 0 no error (warnings and notices do not count),",
            "1 errors, or a file that cannot be judged, 2 wrong usage."
        })
final class LintCommand implements Callable<Integer> {
    private static final int MAXIMUM = 256 * 1024 * 1024;

    private final Surroundings here;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to judge; - is standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--issuer",
            paramLabel = "FILE",
            description = "Certificates of issuers, to check signatures with. They are not judged themselves. May be"
                    + " given several times; issuers among the files are found without it.")
    private List<String> issuers = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "Judge certificates and requests as those of this profile, with the rules that it turns down: a"
                            + " name in the data directory, or a YAML file.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", description = "Where --profile looks for names. Default: ./data")
    private Path data = Path.of("data");

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    LintCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        int[] code = {ExitCode.DONE};
        int ending = Ending.of(spec, screen -> code[0] = lint(screen));
        return ending == ExitCode.DONE ? code[0] : ending;
    }

    private int lint(Screen screen) {
        if (files.stream().filter("-"::equals).count()
                        + issuers.stream().filter("-"::equals).count()
                > 1) {
            throw CommandFailedException.wrongUsage("Standard input (-) can be read only once.");
        }
        FileInspector inspector = new FileInspector(PredictableKeys.known());
        List<TurnedDownRule> turnedDown =
                profile.map(name -> new NamedProfile(data, name).read().lint()).orElse(List.of());
        Inspection inspection = inspector
                .weighing(TurnedDownRule.weights(turnedDown))
                .inspect(sources(files), sources(issuers))
                .with(silent(turnedDown));
        if (json) {
            screen.raw(LintJson.of(inspection));
        } else {
            new LintReport(screen).show(inspection);
        }
        return inspection.good() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    /** A rule that says nothing is named, so that nobody takes its silence for a judgement. */
    private List<String> silent(List<TurnedDownRule> rules) {
        return rules.stream()
                .filter(rule -> rule.severity() == RuleWeight.OFF)
                .map(rule -> "The profile " + profile.orElse("") + " does not ask the rule " + rule.rule() + ": "
                        + rule.reason())
                .toList();
    }

    private List<Source> sources(List<String> names) {
        return names.stream().map(this::source).toList();
    }

    private Source source(String name) {
        String shown = name.equals("-") ? "standard input" : name;
        try {
            byte[] content = name.equals("-") ? here.standardInput().readNBytes(MAXIMUM + 1) : content(Path.of(name));
            if (content.length > MAXIMUM) {
                throw CommandFailedException.refused(shown + " is larger than 256 MiB, which is more than this looks"
                        + " at. Is it the right file?");
            }
            return new Source(shown, Der.ofOwned(content));
        } catch (NoSuchFileException e) {
            throw CommandFailedException.wrongUsage("There is no file " + shown + ".");
        } catch (IOException e) {
            throw CommandFailedException.wrongUsage(shown + " cannot be read: " + e.getMessage());
        }
    }

    private static byte[] content(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory; name the files in it, as in " + file + "/*.pem");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAXIMUM + 1);
        }
    }
}
