package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code chancery user groups}. */
@Command(
        name = "groups",
        mixinStandardHelpOptions = true,
        description = {
            "Puts an account into these groups instead of those it is in.",
            "What its groups grant comes on top of the account's own names, at once."
        },
        footer = {"", "Examples:", "  ./chancery user groups alice web mail", "  ./chancery user groups alice --none"})
final class UserGroupsCommand extends OnlineCommand {
    @Parameters(index = "0", paramLabel = "USER")
    private String name = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "GROUP", description = "As group list shows them.")
    private List<String> groups = List.of();

    @Option(names = "--none", description = "No group.")
    private boolean none;

    UserGroupsCommand(Surroundings here) {
        super(here);
    }

    @Override
    void checkUsage() {
        if (none != groups.isEmpty()) {
            throw wrongUsage("Say which groups, or --none.");
        }
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        groups.forEach(body.putArray("groups")::add);
        ask(api, screen, ApiRequest.patch(body, "users", name), user -> UserText.print(screen, here.times(), user));
    }
}
