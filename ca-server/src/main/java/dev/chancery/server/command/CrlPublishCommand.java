package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Times;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chancery crl publish}. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Signs and publishes a CRL now, before its time.",
        footer = {"", "Examples:", "  ./chancery crl publish", "  ./chancery crl publish --ca root"})
final class CrlPublishCommand extends OnlineCommand {
    @Option(names = "--ca", paramLabel = "NAME", description = "Short name. Default: ${DEFAULT-VALUE}")
    private String ca = "issuing";

    CrlPublishCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.post("authorities", ca, "crl"), crl -> {
            Times times = here.times();
            screen.line("Published CRL number " + crl.text("number") + " of the CA " + ca + ".");
            screen.field("Entries", crl.text("entries"));
            screen.field("This update", times.both(crl.instant("thisUpdate")));
            screen.field("Next update", times.both(crl.instant("nextUpdate")));
        });
    }
}
