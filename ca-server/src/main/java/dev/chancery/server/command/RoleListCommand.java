package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Table;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code chancery role list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the kinds of servers whose certificates this server can plan.",
        footer = {"", "Example:", "  ./chancery role list"})
final class RoleListCommand extends OnlineCommand {
    RoleListCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.get("roles"), answer -> {
            Table table = new Table("ROLE", "TITLE", "FAMILY", "CERTIFICATES");
            answer.objects("roles")
                    .forEach(role -> table.row(
                            role.text("name"),
                            role.text("title"),
                            role.text("family"),
                            role.objects("certificates").stream()
                                    .map(row -> row.text("use"))
                                    .collect(Collectors.joining(", "))));
            screen.table(table);
        });
    }
}
