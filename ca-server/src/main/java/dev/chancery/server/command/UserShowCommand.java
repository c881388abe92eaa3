package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chancery user show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows an account and its tokens.",
        footer = {"", "Example:", "  ./chancery user show alice"})
final class UserShowCommand extends OnlineCommand {
    @Parameters(paramLabel = "USER")
    private String name = "";

    UserShowCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.get("users", name), user -> UserText.print(screen, here.times(), user));
    }
}
