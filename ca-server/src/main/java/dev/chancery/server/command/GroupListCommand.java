package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Table;
import picocli.CommandLine.Command;

/** {@code chancery group list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the groups, the names they grant without an officer, and who is in them.",
        footer = {"", "Example:", "  ./chancery group list"})
final class GroupListCommand extends OnlineCommand {
    GroupListCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.get("groups"), answer -> {
            Table table = new Table("GROUP", "NAMES", "USERS", "FOR");
            answer.objects("groups")
                    .forEach(group -> table.row(
                            group.text("name"),
                            UserText.names(group),
                            GroupText.members(group),
                            group.text("description")));
            if (table.isEmpty()) {
                screen.note(
                        "There is no group. Make one: " + server.command("group add web --dns-suffix web.example.com"));
            } else {
                screen.table(table);
            }
        });
    }
}
