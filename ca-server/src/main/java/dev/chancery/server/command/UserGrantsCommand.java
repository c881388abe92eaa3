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

/** {@code chancery user grants}. */
@Command(
        name = "grants",
        mixinStandardHelpOptions = true,
        description = {
            "Says which names an account gets without an officer, instead of those said before.",
            "All other names wait for an officer."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery user grants alice --dns-suffix lab.example.com --wildcards \\",
            "             --ip-range 10.0.0.0/8",
            "  ./chancery user grants alice --none"
        })
final class UserGrantsCommand extends OnlineCommand {
    @Parameters(paramLabel = "USER")
    private String name = "";

    @Mixin
    private final GrantOptions grants = new GrantOptions();

    @Option(names = "--none", description = "No names: everything waits for an officer.")
    private boolean none;

    UserGrantsCommand(Surroundings here) {
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
        ask(api, screen, ApiRequest.patch(body, "users", name), user -> UserText.print(screen, here.times(), user));
    }
}
