package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.web.auth.BrowserDoor;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemView;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.RequestHead;
import dev.chancery.web.http.Visitor;
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
        return LanguageChoice.reading(head, () -> page(problem, head, visitor));
    }

    private Reply page(Problem problem, RequestHead head, Visitor visitor) {
        String title = title(problem.status());
        Frame frame = frames.of(head, visitor, title);
        String path =
                visitor.requester().isPresent() ? "/overview" : problem.status() == 401 ? BrowserDoor.SIGN_IN : "/";
        String label = visitor.requester().isPresent()
                ? plain("problem.toOverview")
                : problem.status() == 401 ? plain("word.signIn") : plain("problem.toStart");
        return templates.show(
                problem.status(),
                "problem",
                new ProblemPageView(frame, problem.status(), title, said(problem.detail()), path, label));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> plain("problem.unread");
            case 401 -> plain("problem.signIn");
            case 403 -> plain("problem.notOpen");
            case 404 -> plain("problem.nothing");
            case 405 -> plain("problem.method");
            case 408 -> plain("problem.slow");
            case 409 -> plain("problem.conflict");
            case 413 -> plain("problem.large");
            case 415 -> plain("problem.format");
            case 422 -> plain("problem.refused");
            case 429, 503 -> plain("problem.busy");
            default -> status >= 500 ? plain("problem.failed") : plain("problem.other");
        };
    }
}
