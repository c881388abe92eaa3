package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chancery role show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows which certificates a kind of server needs, and what a topology may say about it.",
        footer = {"", "Example:", "  ./chancery role show front-end-pool"})
final class RoleShowCommand extends OnlineCommand {
    @Parameters(paramLabel = "NAME", description = "As role list shows it.")
    private String name = "";

    RoleShowCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.get("roles"), answer -> {
            Fields role = answer.objects("roles").stream()
                    .filter(one -> one.text("name").equals(name))
                    .findFirst()
                    .orElseThrow(() -> CommandFailedException.refused(
                            "There is no role \"" + name + "\"; `chancery role list` shows those that there are."));
            print(screen, role);
        });
    }

    private static void print(Screen screen, Fields role) {
        screen.field("Role", role.text("name"));
        screen.field("Title", role.text("title"));
        screen.field("", role.text("description"));
        screen.field("Family", role.text("family"));
        screen.field("Key", role.text("key"));
        role.objects("poolNames").forEach(one -> screen.field("Pool's name", named(one)));
        role.objects("topologyNames").forEach(one -> screen.field("Topology", named(one)));
        role.objects("options")
                .forEach(one -> screen.field(
                        "Option",
                        one.text("key") + ": " + one.text("title") + (one.flag("standard") ? " (chosen)" : "")));
        for (Fields row : role.objects("certificates")) {
            screen.field("", "");
            screen.field("Certificate", row.text("use") + ": " + row.text("title") + ", one per " + row.text("per"));
            row.optionalText("when").ifPresent(when -> screen.field("When", when));
            screen.field("Profile", row.text("profile"));
            screen.field("Common name", row.text("commonName"));
            row.texts("names").forEach(one -> screen.field("Name", one));
            row.texts("notes").forEach(one -> screen.field("Note", one));
        }
    }

    private static String named(Fields name) {
        return name.text("key") + ": " + name.text("title") + (name.flag("required") ? " (required)" : "");
    }
}
