package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chancery user password}. */
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        description = "Gives an account a new random password, shown once; its sessions end at once.",
        footer = {"", "Example:", "  ./chancery user password alice"})
final class UserPasswordCommand extends OnlineCommand {
    @Parameters(paramLabel = "USER")
    private String name = "";

    UserPasswordCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.post("users", name, "password-reset"), user -> {
            screen.field("User", user.text("name"));
            screen.field("Password", user.text("password") + "   (shown this once; to be changed when signing in)");
        });
    }
}
