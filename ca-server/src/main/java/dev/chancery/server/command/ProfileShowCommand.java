package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chancery profile show}. */
@Command(
        name = "show",
        description = "Shows all that a profile says: what its certificates contain, and who may ask for them.",
        footer = {
            "",
            "Examples:",
            "  ./chancery profile show tls-server",
            "  ./chancery profile show tls-server --version 3",
            "  ./chancery profile show tls-server --yaml > tls-server.yaml"
        })
final class ProfileShowCommand extends OnlineCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    boolean help; // not the usual mixin, which takes --version for the program's own

    @Parameters(paramLabel = "NAME", description = "As profile list shows it.")
    private String name = "";

    @Option(names = "--version", paramLabel = "N", description = "An earlier version, as profile history lists them.")
    private Optional<Integer> version = Optional.empty();

    @Option(names = "--yaml", description = "Print the file, comments included.")
    private boolean yaml;

    ProfileShowCommand(Surroundings here) {
        super(here);
    }

    @Override
    void checkUsage() {
        if (json && yaml) {
            throw wrongUsage("--json prints the API's answer; leave --yaml away.");
        }
    }

    @Override
    void run(ApiClient api, Screen screen) {
        if (yaml && version.isEmpty()) {
            screen.raw(quietly(api, ApiRequest.get("profiles", name + ".yaml")).text());
            return;
        }
        ApiRequest request = version.map(
                        number -> ApiRequest.get("profiles", name, "versions", Integer.toString(number)))
                .orElseGet(() -> ApiRequest.get("profiles", name));
        if (yaml) {
            Fields.of(quietly(api, request)).optionalText("text").ifPresent(screen::raw);
            return;
        }
        ask(api, screen, request, profile -> print(screen, profile));
    }

    private void print(Screen screen, Fields profile) {
        ProfileText.version(screen, here.times(), profile);
        if (profile.flag("removed")) {
            screen.line("From then on nothing was issued by it.");
            return;
        }
        if (profile.node().has("explanation")) {
            profile.objects("explanation").forEach(line -> screen.field(line.text("label"), line.text("text")));
            ProfileText.remarks(screen, profile);
        } else {
            screen.line("Its keys are none of this version of Chancery; --yaml prints the file.");
        }
    }
}
