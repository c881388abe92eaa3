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

/** {@code chancery group grants}. */
@Command(
        name = "grants",
        mixinStandardHelpOptions = true,
        description = {
            "Says which names a group grants, instead of those said before.",
            "It holds at once for everybody in it, and for requests that wait as well."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery group grants web --dns-suffix web.example.com --wildcards",
            "  ./chancery group grants web --none"
        })
final class GroupGrantsCommand extends OnlineCommand {
    @Parameters(paramLabel = "GROUP")
    private String name = "";

    @Mixin
    private final GrantOptions grants = new GrantOptions();

    @Option(names = "--none", description = "No names.")
    private boolean none;

    GroupGrantsCommand(Surroundings here) {
        super(here);
    }

    @Override
    void checkUsage() {
        if (none == grants.given()) {
            throw wrongUsage("Say which names (--name, --dns-suffix, --ip-range, --all-names), or --none.");
        }
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("grants", grants.json());
        ask(api, screen, ApiRequest.patch(body, "groups", name), group -> GroupText.print(screen, group));
    }
}
