package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiAnswer;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code chancery profile save}. */
@Command(
        name = "save",
        mixinStandardHelpOptions = true,
        description = {
            "Saves a profile on the server; the next request is judged by it.",
            "The file is called NAME.yaml. --on says which version you have changed, so that nobody's change is lost."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery profile show tls-server --yaml > tls-server.yaml",
            "  ./chancery profile save tls-server.yaml --on 3 --check",
            "  ./chancery profile save tls-server.yaml --on 3 --why 'shorter is safer'"
        })
final class ProfileSaveCommand extends OnlineCommand {
    @Parameters(paramLabel = "FILE", description = "A profile in YAML.")
    private Path file = Path.of("");

    @Option(
            names = "--on",
            paramLabel = "N",
            required = true,
            description = "The version that you have changed; 0 for a new profile.")
    private int on;

    @Option(names = "--why", paramLabel = "TEXT", description = "For whoever asks later.")
    private String why = "";

    @Option(names = "--check", description = "Only say what would change.")
    private boolean check;

    ProfileSaveCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("text", read());
        ApiAnswer answer = answer(
                api,
                screen,
                check
                        ? ApiRequest.post(body, "profiles", name, "check")
                        : ApiRequest.put(body.put("version", on).put("why", why), "profiles", name));
        if (json) {
            return;
        }
        Fields fields = Fields.of(answer);
        if (!check) {
            screen.line("Saved. " + name + " is version " + fields.text("version") + " now.");
            return;
        }
        screen.line(fields.objects("changes").isEmpty() ? "No key would change." : "This would change:");
        ProfileText.changes(screen, fields);
        fields.texts("difference").forEach(line -> screen.line("  " + line));
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailedException.refused("The file " + file + " cannot be read: " + e);
        }
    }
}
