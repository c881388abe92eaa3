package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chancery request show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a request, and what to do next.",
        footer = {"", "Example:", "  ./chancery request show 17"})
final class RequestShowCommand extends OnlineCommand {
    @Parameters(paramLabel = "NUMBER", description = "Its number, as request list shows it.")
    private long number;

    RequestShowCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.get("requests", Long.toString(number)), request -> {
            RequestText.print(screen, here.times(), request);
            request.optionalText("csr").ifPresent(screen::raw);
            request.optionalText("serial")
                    .ifPresent(serial -> screen.note(
                            "Collect it: " + server.command("show " + serial + " --format chain --out FILE.pem")));
            if (request.text("state").equals("pending")) {
                screen.note("An officer decides: " + server.command("request approve " + number) + ", or "
                        + server.command("request deny " + number));
            }
        });
    }
}
