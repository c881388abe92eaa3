package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.ApiConsoleView;
import java.util.List;

/** {@code /console}: the API's document for people, with a command for each operation, and a way to try it with a token. */
final class ApiConsolePage {
    private final ApiDocument document = new ApiDocument();
    private final String script;
    private final Frames frames;
    private final Templates templates;

    ApiConsolePage(String script, Frames frames, Templates templates) {
        this.script = script;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(Route.page(Method.GET, "/console", Access.signedIn(), this::show));
    }

    private Reply show(Exchange exchange) {
        String origin = exchange.head().origin();
        return templates.show(
                "console",
                new ApiConsoleView(
                        frames.of(exchange, plain("console.title"), Section.NONE),
                        origin,
                        script,
                        document.summary(),
                        document.groups(origin)));
    }
}
