package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiAnswer;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Table;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chancery request list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists requests, newest first; those that wait unless asked otherwise.",
        footer = {"", "Examples:", "  ./chancery request list", "  ./chancery request list --state denied"})
final class RequestListCommand extends OnlineCommand {
    private static final int PAGE = 1000;

    /** What has become of a request. */
    enum State {
        PENDING,
        ISSUED,
        DENIED,
        ALL
    }

    @Option(names = "--state", paramLabel = "STATE", description = "pending, issued, denied or all. Default: pending")
    private State state = State.PENDING;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most. Default: ${DEFAULT-VALUE}")
    private int limit = 100;

    RequestListCommand(Surroundings here) {
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
        Table table = new Table("REQUEST", "NAMES", "STATE", "PROFILE", "REQUESTER", "SUBMITTED");
        Optional<String> next = Optional.empty();
        int left = limit;
        do {
            ApiAnswer answer = answer(api, screen, page(Math.min(left, PAGE), next));
            Fields page = Fields.of(answer);
            for (Fields request : page.objects("requests")) {
                row(table, request);
                left--;
            }
            next = page.optionalText("next");
        } while (next.isPresent() && left > 0);
        if (json) {
            return;
        }
        if (table.isEmpty()) {
            screen.note(state == State.PENDING ? "No request waits." : "There are no such requests.");
            return;
        }
        screen.table(table);
        if (next.isPresent()) {
            screen.note("There are more; show them with a larger --limit.");
        }
    }

    private ApiRequest page(int size, Optional<String> cursor) {
        Optional<String> wanted =
                state == State.ALL ? Optional.empty() : Optional.of(state.name().toLowerCase(java.util.Locale.ROOT));
        return ApiRequest.get("requests")
                .with("state", wanted)
                .with("limit", Integer.toString(size))
                .with("cursor", cursor);
    }

    private void row(Table table, Fields request) {
        table.row(
                request.text("id"),
                RequestText.names(request),
                request.text("state"),
                request.text("profile"),
                request.text("requester"),
                here.times().both(request.instant("submitted")));
    }
}
