package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code chancery group add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a group: names that its users get without an officer, beside their own.",
            "Users join with user groups."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery group add web --description 'Web servers' \\",
            "             --dns-suffix web.example.com",
            "  ./chancery user groups alice web"
        })
final class GroupAddCommand extends OnlineCommand {
    @Parameters(paramLabel = "GROUP", description = "Its name: a-z, 0-9, '.', '_', '-'.")
    private String name = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "For people: what the group is for.")
    private String description = "";

    @Mixin
    private final GrantOptions grants = new GrantOptions();

    GroupAddCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("name", name).put("description", description);
        body.set("grants", grants.json());
        ask(api, screen, ApiRequest.post(body, "groups"), group -> {
            GroupText.print(screen, group);
            screen.note("Put somebody into it: " + server.command("user groups USER " + name));
        });
    }
}
