package dev.chancery.server.command;

import dev.chancery.config.ConfigurationException;
import dev.chancery.config.YamlReader;
import dev.chancery.core.role.RoleTemplate;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery role check}: needs no server. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads a role as the server would, and names every mistake. Needs no server.",
        footer = {"", "Example:", "  ./chancery role check data/roles/front-end-pool.yaml"})
final class RoleCheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A role in YAML.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() {
        return Ending.of(spec, this::check);
    }

    private void check(Screen screen) {
        try {
            RoleTemplate role = YamlReader.read(file, RoleTemplate.class);
            String expected = role.name() + ".yaml";
            if (!file.getFileName().toString().equals(expected)) {
                throw CommandFailedException.refused(file + ": name: the role is called \"" + role.name()
                        + "\", so its file must be called " + expected);
            }
            screen.line("OK: " + file + " is the role " + role.name() + ", \"" + role.title() + "\", with "
                    + role.certificates().size()
                    + (role.certificates().size() == 1 ? " certificate." : " certificates."));
        } catch (ConfigurationException e) {
            throw CommandFailedException.refused(String.valueOf(e.getMessage()));
        }
    }
}
