package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chancery user token list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the API tokens of an account; their secrets are not kept.",
        footer = {"", "Example:", "  ./chancery user token list ci"})
final class TokenListCommand extends OnlineCommand {
    @Parameters(paramLabel = "USER")
    private String name = "";

    TokenListCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.get("users", name), user -> {
            if (user.objects("tokens").isEmpty()) {
                screen.note(name + " has no tokens. Make one: "
                        + server.command("user token add " + name + " --label TEXT"));
            }
            UserText.tokens(screen, here.times(), user);
        });
    }
}
