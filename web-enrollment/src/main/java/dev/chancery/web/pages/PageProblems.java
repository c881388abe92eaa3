package dev.chancery.web.pages;

import dev.chancery.web.auth.BrowserDoor;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemView;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.RequestHead;
import dev.chancery.web.http.Visitor;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.Frame;
import dev.chancery.web.pages.view.ProblemPageView;

/** Errors as pages: what was wrong, and where to go from here. */
final class PageProblems implements ProblemView {
    private final Frames frames;
    private final Templates templates;

    PageProblems(Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    @Override
    public Reply show(Problem problem, RequestHead head, Visitor visitor) {
        String title = title(problem.status());
        Frame frame = frames.of(head, visitor, title, Section.NONE);
        String path =
                visitor.requester().isPresent() ? "/overview" : problem.status() == 401 ? BrowserDoor.SIGN_IN : "/";
        String label = visitor.requester().isPresent()
                ? "Go to the overview"
                : problem.status() == 401 ? "Sign in" : "Go to the start page";
        return templates.show(
                problem.status(),
                "problem",
                new ProblemPageView(frame, problem.status(), title, problem.detail(), path, label));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "This could not be read";
            case 401 -> "Please sign in";
            case 403 -> "This is not open to you";
            case 404 -> "There is nothing here";
            case 405 -> "This address is not asked like that";
            case 408 -> "This took too long";
            case 409 -> "This does not fit any more";
            case 413 -> "This is too large";
            case 415 -> "This is in a format that is not understood";
            case 422 -> "This cannot be done so";
            case 429, 503 -> "Too much at this moment";
            default -> status >= 500 ? "The server failed at this" : "This did not work";
        };
    }
}
