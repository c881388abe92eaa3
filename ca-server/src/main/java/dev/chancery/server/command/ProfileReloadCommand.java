package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiAnswer;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;

/** {@code chancery profile reload}. */
@Command(
        name = "reload",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the files of the profiles again; the next request is judged by them.",
            "A file with a mistake changes nothing, and is named. Ends with 1 then."
        },
        footer = {"", "Example:", "  ./chancery profile reload"})
final class ProfileReloadCommand extends OnlineCommand {
    ProfileReloadCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ApiAnswer answer = answer(api, screen, ApiRequest.post("profile-files"));
        Fields fields = Fields.of(answer);
        if (!json) {
            print(screen, fields);
        }
        if (!fields.objects("faults").isEmpty()) {
            throw CommandFailedException.refused("Correct what is named above; what was in force before still is.");
        }
    }

    private static void print(Screen screen, Fields fields) {
        for (Fields taken : fields.objects("taken")) {
            screen.line(
                    taken.text("name") + (taken.flag("removed") ? ": removed" : ": version " + taken.text("version")));
            if (!taken.flag("removed") && !taken.text("version").equals("1")) {
                ProfileText.changes(screen, taken);
            }
        }
        if (fields.objects("taken").isEmpty() && fields.objects("faults").isEmpty()) {
            screen.line("Nothing in the files is new.");
        }
        if (!fields.objects("faults").isEmpty()) {
            screen.line("Not in force:");
            ProfileText.faults(screen, fields);
        }
    }
}
