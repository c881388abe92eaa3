package dev.chancery.server.command;

import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Times;
import java.util.List;

/** A request in the queue, in words. */
final class RequestText {
    private RequestText() {}

    static void print(Screen screen, Times times, Fields request) {
        screen.field("Request", request.text("id"));
        screen.field("State", request.text("state"));
        screen.field("Names", names(request));
        request.optionalText("subject").ifPresent(subject -> screen.field("Subject", subject));
        request.optionalText("validity").ifPresent(validity -> screen.field("Validity", validity));
        screen.field("Profile", request.text("profile"));
        screen.field("Requester", request.text("requester"));
        screen.field("Submitted", times.both(request.instant("submitted")));
        request.texts("waitsBecause").forEach(reason -> screen.field("Waits because", reason));
        request.objects("agreements")
                .forEach(agreement -> screen.field(
                        "Approved by",
                        agreement.text("by") + ", " + times.both(agreement.instant("at"))
                                + (agreement.text("comment").isEmpty() ? "" : ": " + agreement.text("comment"))));
        request.object("decided").ifPresent(decided -> {
            screen.field("Decided by", decided.text("by"));
            screen.field("  at", times.both(decided.instant("at")));
            decided.optionalText("comment")
                    .filter(comment -> !comment.isEmpty())
                    .ifPresent(comment -> screen.field("  comment", comment));
        });
        request.optionalText("serial").ifPresent(serial -> screen.field("Serial", serial));
    }

    static String names(Fields request) {
        List<String> names = request.texts("names");
        return names.isEmpty() ? "as in its CSR" : String.join(", ", names);
    }
}
