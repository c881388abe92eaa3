package dev.chancery.server.command;

import dev.chancery.core.access.Role;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code chancery user roles}. */
@Command(
        name = "roles",
        mixinStandardHelpOptions = true,
        description = "Gives an account these roles instead of those it has; its sessions end at once.",
        footer = {
            "",
            "Examples:",
            "  ./chancery user roles alice requester officer",
            "  ./chancery user roles bob auditor"
        })
final class UserRolesCommand extends OnlineCommand {
    @Parameters(index = "0", paramLabel = "USER")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ROLE",
            converter = RoleName.class,
            completionCandidates = RoleName.class,
            description = "Of: ${COMPLETION-CANDIDATES}")
    private List<Role> roles = List.of();

    UserRolesCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        roles.stream().map(Role::label).forEach(body.putArray("roles")::add);
        ask(api, screen, ApiRequest.patch(body, "users", name), user -> UserText.print(screen, here.times(), user));
    }
}
