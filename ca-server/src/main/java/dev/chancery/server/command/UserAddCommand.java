package dev.chancery.server.command;

import dev.chancery.core.access.Role;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code chancery user add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Makes an account with a random first password, shown once.",
            "Names that are not granted here are not refused: they wait for an officer."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery user add alice --role requester --dns-suffix lab.example.com",
            "  ./chancery user add carol --display-name 'Carol Jones' --role officer auditor",
            "  ./chancery user add ci --no-password --role requester --name ci.example.com"
        })
final class UserAddCommand extends OnlineCommand {
    @Parameters(paramLabel = "USER", description = "Account name: a-z, 0-9, '.', '_', '-', '@'.")
    private String name = "";

    @Option(names = "--display-name", paramLabel = "TEXT", description = "For people. Default: the account name")
    private String displayName = "";

    @Option(
            names = "--role",
            arity = "1..*",
            paramLabel = "ROLE",
            converter = RoleName.class,
            completionCandidates = RoleName.class,
            description = "Of: ${COMPLETION-CANDIDATES}. Default: requester")
    private List<Role> roles = List.of(Role.REQUESTER);

    @Option(names = "--group", arity = "1..*", paramLabel = "GROUP", description = "Groups that it is in.")
    private List<String> groups = List.of();

    @Mixin
    private final GrantOptions grants = new GrantOptions();

    @Option(names = "--no-password", description = "Cannot sign in to the web pages; give it a token.")
    private boolean noPassword;

    UserAddCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("displayName", displayName)
                .put("withPassword", !noPassword);
        roles.stream().map(Role::label).forEach(body.putArray("roles")::add);
        groups.forEach(body.putArray("groups")::add);
        body.set("grants", grants.json());
        ask(api, screen, ApiRequest.post(body, "users"), user -> {
            UserText.print(screen, here.times(), user);
            user.optionalText("password")
                    .ifPresentOrElse(
                            password -> screen.field(
                                    "Password", password + "   (shown this once; to be changed when signing in)"),
                            () -> screen.note(
                                    "Give it a token: " + server.command("user token add " + name + " --label TEXT")));
        });
    }
}
