package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chancery profile remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = {
            "Removes a profile that nobody needs: nothing is issued by it from then on.",
            "Its certificates stay valid, and its history stays."
        },
        footer = {"", "Example:", "  ./chancery profile remove old-kind --on 4 --why 'the trial is over'"})
final class ProfileRemoveCommand extends OnlineCommand {
    @Parameters(paramLabel = "NAME", description = "As profile list shows it.")
    private String name = "";

    @Option(names = "--on", paramLabel = "N", required = true, description = "Its version, as you have seen it.")
    private int on;

    @Option(names = "--why", paramLabel = "TEXT", description = "For whoever asks later.")
    private String why = "";

    ProfileRemoveCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ApiRequest request = ApiRequest.delete("profiles", name).with("version", Integer.toString(on));
        answer(api, screen, why.isEmpty() ? request : request.with("why", why));
        if (!json) {
            screen.line("Removed. Nothing is issued by " + name + " any more.");
        }
    }
}
