package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chancery group remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Removes a group that nobody is in.",
        footer = {"", "Example:", "  ./chancery group remove web"})
final class GroupRemoveCommand extends OnlineCommand {
    @Parameters(paramLabel = "GROUP")
    private String name = "";

    GroupRemoveCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        answer(api, screen, ApiRequest.delete("groups", name));
        if (!json) {
            screen.line("The group " + name + " is removed.");
        }
    }
}
