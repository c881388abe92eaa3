package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Table;
import dev.chancery.server.command.report.Times;
import picocli.CommandLine.Command;

/** {@code chancery ca list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the CAs of this server.",
        footer = {"", "Example:", "  ./chancery ca list"})
final class CaListCommand extends OnlineCommand {
    CaListCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.get("authorities"), answer -> {
            Table table = new Table("NAME", "KIND", "ENDS", "CRL", "NEXT CRL", "SUBJECT");
            answer.objects("authorities").forEach(ca -> row(table, ca));
            screen.table(table);
        });
    }

    private void row(Table table, Fields ca) {
        Times times = here.times();
        table.row(
                ca.text("name"),
                (ca.flag("root") ? "root" : "issuing") + (ca.flag("offline") ? ", offline" : ""),
                times.both(ca.instant("notAfter")),
                ca.object("crl").map(crl -> "number " + crl.text("number")).orElse("none yet"),
                ca.object("crl")
                        .map(crl -> times.relative(crl.instant("nextPublish")))
                        .orElse(""),
                ca.text("subject"));
    }
}
