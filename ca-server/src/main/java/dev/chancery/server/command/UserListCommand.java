package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Table;
import picocli.CommandLine.Command;

/** {@code chancery user list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the accounts, their roles and the names they get without an officer.",
        footer = {"", "Example:", "  ./chancery user list"})
final class UserListCommand extends OnlineCommand {
    UserListCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.get("users"), answer -> {
            Table table = new Table("USER", "ROLES", "STATE", "TOKENS", "GROUPS", "NAMES");
            answer.objects("users")
                    .forEach(user -> table.row(
                            user.text("name"),
                            UserText.roles(user),
                            UserText.state(user),
                            Integer.toString(user.objects("tokens").size()),
                            String.join(", ", user.texts("groups")),
                            UserText.names(user)));
            screen.table(table);
        });
    }
}
