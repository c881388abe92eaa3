package dev.chancery.server.command;

import dev.chancery.config.ConfigurationException;
import dev.chancery.config.YamlReader;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery profile check}: needs no server. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a profile as the server would, and names every mistake with its place and the allowed values.",
            "Says what the profile makes, and shows a sample certificate. Needs no server."
        },
        footer = {"", "Example:", "  ./chancery profile check data/profiles/tls-server.yaml"})
final class ProfileCheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A profile in YAML.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() {
        return Ending.of(spec, this::check);
    }

    private void check(Screen screen) {
        try {
            CertificateProfile profile = YamlReader.read(file, CertificateProfile.class);
            String expected = profile.name() + ".yaml";
            if (!file.getFileName().toString().equals(expected)) {
                throw CommandFailedException.refused(file + ": name: the profile is called \"" + profile.name()
                        + "\", so its file must be called " + expected);
            }
            screen.line("OK: " + file + " is the profile " + profile.name() + ", \"" + profile.title() + "\".");
            new ProfileExplanation(screen, Clock.systemUTC()).print(profile);
        } catch (ConfigurationException e) {
            throw CommandFailedException.refused(String.valueOf(e.getMessage()));
        }
    }
}
