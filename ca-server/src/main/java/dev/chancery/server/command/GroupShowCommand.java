package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chancery group show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a group and who is in it.",
        footer = {"", "Example:", "  ./chancery group show web"})
final class GroupShowCommand extends OnlineCommand {
    @Parameters(paramLabel = "GROUP")
    private String name = "";

    GroupShowCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.get("groups", name), group -> GroupText.print(screen, group));
    }
}
