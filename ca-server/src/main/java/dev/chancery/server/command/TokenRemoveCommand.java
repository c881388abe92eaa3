package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chancery user token remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Removes an API token: it is not accepted any more.",
        footer = {"", "Example:", "  ./chancery user token remove ci 3f9a01bc"})
final class TokenRemoveCommand extends OnlineCommand {
    @Parameters(index = "0", paramLabel = "USER")
    private String name = "";

    @Parameters(index = "1", paramLabel = "TOKEN", description = "As token list shows it.")
    private String token = "";

    TokenRemoveCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        answer(api, screen, ApiRequest.delete("users", name, "tokens", token));
        if (!json) {
            screen.line("Token " + token + " of " + name + " is removed.");
        }
    }
}
