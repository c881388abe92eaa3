package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiAnswer;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.client.UnexpectedAnswerException;
import dev.chancery.server.command.report.Screen;
import java.util.List;

/** A request that an officer must approve first. */
record Waiting(String id, List<String> because) {
    static Waiting of(ApiAnswer answer) {
        Fields request = Fields.of(answer)
                .object("request")
                .orElseThrow(() -> new UnexpectedAnswerException("has no \"request\"."));
        return new Waiting(request.text("id"), request.texts("waitsBecause"));
    }

    /** @param collect the end of a command that fetches the certificate, {@code --out web01.pem} */
    void print(Screen screen, ServerOptions server, String collect) {
        screen.line("Request " + id + " waits for an officer:");
        because.forEach(reason -> screen.line("  " + reason));
        screen.line("Has it been decided?    " + server.command("request show " + id));
        screen.line("Then collect it with    " + server.command("show SERIAL " + collect));
    }
}
