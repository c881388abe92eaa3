package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code chancery request deny}. */
@Command(
        name = "deny",
        mixinStandardHelpOptions = true,
        description = "Denies a request, for good.",
        footer = {"", "Example:", "  ./chancery request deny 17 --comment 'this name belongs to another team'"})
final class RequestDenyCommand extends OnlineCommand {
    @Parameters(paramLabel = "NUMBER", description = "Its number, as request list shows it.")
    private long number;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why; shown to the requester.")
    private String comment = "";

    RequestDenyCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ApiRequest request = ApiRequest.post(
                JsonNodeFactory.instance.objectNode().put("comment", comment),
                "requests",
                Long.toString(number),
                "denial");
        ask(api, screen, request, fields -> screen.line("Request " + number + " is denied."));
    }
}
