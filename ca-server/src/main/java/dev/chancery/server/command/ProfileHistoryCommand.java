package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chancery profile history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Lists who has changed a profile, when, why and in what, the newest first.",
        footer = {
            "",
            "Examples:",
            "  ./chancery profile history tls-server",
            "  ./chancery profile show tls-server --version 3 --yaml"
        })
final class ProfileHistoryCommand extends OnlineCommand {
    @Parameters(paramLabel = "NAME", description = "As profile list shows it; a removed one has its history, too.")
    private String name = "";

    @Option(names = "--limit", paramLabel = "N", description = "How many at most, up to 500 (default: 50).")
    private int limit = 50;

    ProfileHistoryCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ApiRequest request = ApiRequest.get("profiles", name, "versions").with("limit", Integer.toString(limit));
        ask(api, screen, request, answer -> answer.objects("versions").forEach(version -> print(screen, version)));
    }

    private void print(Screen screen, Fields version) {
        String why = version.text("why").isEmpty() ? "" : ": " + version.text("why");
        String what = version.flag("removed") ? " (removed)" : "";
        screen.line("Version " + version.text("version") + what + ", "
                + here.times().both(version.instant("savedAt")) + " by " + version.text("savedBy") + why);
        // The first version has changed nothing, and a removal everything.
        if (!version.flag("removed") && !version.text("version").equals("1")) {
            ProfileText.changes(screen, version);
        }
    }
}
