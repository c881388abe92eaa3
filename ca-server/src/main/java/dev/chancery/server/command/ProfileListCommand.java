package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Table;
import picocli.CommandLine.Command;

/** {@code chancery profile list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the kinds of certificates that this server issues.",
        footer = {"", "Example:", "  ./chancery profile list"})
final class ProfileListCommand extends OnlineCommand {
    ProfileListCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.get("profiles"), answer -> {
            Table table = new Table("PROFILE", "TITLE", "CA", "VALID FOR", "APPROVAL", "USABLE BY", "VERSION");
            answer.objects("profiles").forEach(profile -> row(table, profile));
            screen.table(table);
        });
    }

    private static void row(Table table, Fields profile) {
        table.row(
                profile.text("name"),
                profile.text("title"),
                profile.text("issuer"),
                profile.object("validity")
                        .map(length -> Length.words(length.text("standard")))
                        .orElse(""),
                profile.text("approval").equals("officer") ? "always" : "as names need it",
                profile.texts("usableBy").isEmpty() ? "the server only" : String.join(", ", profile.texts("usableBy")),
                profile.optionalText("version").orElse(""));
    }
}
