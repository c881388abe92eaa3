package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.CertificateFacts;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code chancery request approve}. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = {
            "Approves a request: its certificate is issued at once. Nobody approves their own.",
            "For crown names (names.crown in chancery.yaml) two different officers have to approve."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery request approve 17",
            "  ./chancery request approve 17 --comment 'asked for by phone, ticket 4711'"
        })
final class RequestApproveCommand extends OnlineCommand {
    @Parameters(paramLabel = "NUMBER", description = "Its number, as request list shows it.")
    private long number;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Kept in the journal and shown to the requester.")
    private String comment = "";

    RequestApproveCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ApiRequest request = ApiRequest.post(
                JsonNodeFactory.instance.objectNode().put("comment", comment),
                "requests",
                Long.toString(number),
                "approval");
        ask(api, screen, request, fields -> {
            Optional<Fields> waiting = fields.object("request");
            if (waiting.isPresent()) {
                screen.line("Request " + number + " is approved by you, and waits for another officer.");
                waiting.get().texts("waitsBecause").forEach(reason -> screen.field("Waits because", reason));
                return;
            }
            CertificateFacts certificate = CertificateFacts.of(fields);
            screen.line("Request " + number + " is approved, and its certificate issued.");
            CertificateText.print(screen, here.times(), certificate);
            screen.note(
                    "Collect it: " + server.command("show " + certificate.serial() + " --format chain --out FILE.pem"));
        });
    }
}
