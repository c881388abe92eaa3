package dev.chancery.server.command;

import dev.chancery.core.x509.Der;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chancery role plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Shows every certificate that a topology needs. Nothing is requested.",
        footer = {
            "",
            "A topology is JSON, or CSV with the columns role, fqdn, servers, names and",
            "options.",
            "",
            "Examples:",
            "  ./chancery role plan topology.json",
            "  ./chancery role plan topology.csv --json"
        })
final class RolePlanCommand extends OnlineCommand {
    private static final int LARGEST = 256 * 1024;

    @Parameters(paramLabel = "TOPOLOGY", description = "A file that ends with .json or .csv.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path file;

    RolePlanCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        ApiRequest.Upload upload =
                new ApiRequest.Upload(csv ? "text/csv" : "application/json", Der.ofOwned(read(file)));
        ask(api, screen, ApiRequest.post(upload, "roles", "plan"), answer -> print(screen, answer));
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw CommandFailedException.refused(file + " is larger than " + LARGEST / 1024 + " KiB.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandFailedException.refused("The topology " + file + " cannot be read: " + e);
        }
    }

    private static void print(Screen screen, Fields plan) {
        List<Fields> certificates = plan.objects("certificates");
        Table table = new Table("ROLE", "USE", "FOR", "COMMON NAME", "PROFILE", "NAMES");
        for (Fields one : certificates) {
            table.row(
                    one.text("role"),
                    one.text("use"),
                    one.text("target"),
                    one.text("commonName"),
                    one.text("profile"),
                    String.join(" ", one.texts("names")));
        }
        screen.table(table);
        screen.line("");
        screen.line(certificates.size() + (certificates.size() == 1 ? " certificate." : " certificates."));
        for (Fields one : certificates) {
            Optional<Fields> finding = one.objects("findings").stream().findFirst();
            finding.ifPresent(found -> screen.line(one.text("id") + ": " + found.text("message")));
        }
    }
}
