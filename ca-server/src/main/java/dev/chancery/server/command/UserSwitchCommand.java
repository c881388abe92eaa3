package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code chancery user disable} and {@code chancery user enable}. */
abstract class UserSwitchCommand extends OnlineCommand {
    @Parameters(paramLabel = "USER")
    private String name = "";

    private final boolean disabled;

    private UserSwitchCommand(Surroundings here, boolean disabled) {
        super(here);
        this.disabled = disabled;
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ApiRequest request =
                ApiRequest.patch(JsonNodeFactory.instance.objectNode().put("disabled", disabled), "users", name);
        ask(
                api,
                screen,
                request,
                user -> screen.line(user.text("name")
                        + (disabled
                                ? " is disabled: neither password nor tokens are accepted. Certificates remain."
                                : " is enabled again.")));
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Keeps an account out at once; its certificates and history remain.",
            footer = {"", "Example:", "  ./chancery user disable alice"})
    static final class Disable extends UserSwitchCommand {
        Disable(Surroundings here) {
            super(here, true);
        }
    }

    @Command(
            name = "enable",
            mixinStandardHelpOptions = true,
            description = "Lets a disabled account in again.",
            footer = {"", "Example:", "  ./chancery user enable alice"})
    static final class Enable extends UserSwitchCommand {
        Enable(Surroundings here) {
            super(here, false);
        }
    }
}
