package dev.chancery.server.command;

import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.server.command.client.ApiAnswer;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.CertificateFacts;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Table;
import dev.chancery.server.command.report.Times;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chancery list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists certificates, newest first.",
        footer = {
            "",
            "Examples:",
            "  ./chancery list --search web01",
            "  ./chancery list --status valid --expires-before 2026-12-31",
            "  ./chancery list --limit 5000 --json"
        })
final class ListCommand extends OnlineCommand {
    /** The API gives no more at once. */
    private static final int PAGE = 1000;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Beginning of any part of a name, of a serial, or of a requester.")
    private Optional<String> search = Optional.empty();

    @Option(names = "--status", paramLabel = "STATUS", description = "valid, held, revoked or expired.")
    private Optional<CertificateRecord.Status> status = Optional.empty();

    @Option(names = "--profile", paramLabel = "NAME", description = "Only of this profile.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--issuer", paramLabel = "CA", description = "Only of this CA, by its short name.")
    private Optional<String> issuer = Optional.empty();

    @Option(
            names = "--expires-before",
            paramLabel = "DATE",
            converter = Moment.class,
            description = "Only what ends before: 2026-12-31 or 2026-12-31T12:00:00Z.")
    private Optional<Instant> expiresBefore = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "How many at most. Default: ${DEFAULT-VALUE}")
    private int limit = 100;

    ListCommand(Surroundings here) {
        super(here);
    }

    @Override
    void checkUsage() {
        if (limit < 1) {
            throw wrongUsage("--limit is 1 or more, not " + limit + ".");
        }
    }

    @Override
    void run(ApiClient api, Screen screen) {
        Table table = new Table("NAMES", "STATUS", "ENDS", "PROFILE", "SERIAL");
        Optional<String> next = Optional.empty();
        int left = limit;
        do {
            ApiAnswer answer = answer(api, screen, page(Math.min(left, PAGE), next));
            Fields page = Fields.of(answer);
            for (Fields one : page.objects("certificates")) {
                row(table, CertificateFacts.of(one));
                left--;
            }
            next = page.optionalText("next");
        } while (next.isPresent() && left > 0);
        if (!json) {
            tell(screen, table, next.isPresent());
        }
    }

    private ApiRequest page(int size, Optional<String> cursor) {
        return ApiRequest.get("certificates")
                .with("search", search)
                .with("status", status.map(word -> word.name().toLowerCase(Locale.ROOT)))
                .with("profile", profile)
                .with("issuer", issuer)
                .with("expiresBefore", expiresBefore.map(Instant::toString))
                .with("limit", Integer.toString(size))
                .with("cursor", cursor);
    }

    private void row(Table table, CertificateFacts certificate) {
        Times times = here.times();
        table.row(
                certificate.shortNames(),
                certificate.status(),
                times.both(certificate.notAfter()),
                certificate.profile(),
                certificate.serial());
    }

    private void tell(Screen screen, Table table, boolean more) {
        if (table.isEmpty()) {
            screen.note(
                    filtered()
                            ? "No certificate matches."
                            : "There are no certificates yet. Make the first: "
                                    + server.command("issue --profile tls-server --dns NAME --out FILE.pem"));
            return;
        }
        screen.table(table);
        if (more) {
            screen.note("There are more; show them with a larger --limit, or narrow it down with --search.");
        }
    }

    private boolean filtered() {
        return search.isPresent()
                || status.isPresent()
                || profile.isPresent()
                || issuer.isPresent()
                || expiresBefore.isPresent();
    }
}
