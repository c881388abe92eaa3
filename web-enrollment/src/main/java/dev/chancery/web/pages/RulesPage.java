package dev.chancery.web.pages;

import dev.chancery.core.inspection.FileInspector;
import dev.chancery.core.inspection.FileInspector.Source;
import dev.chancery.core.inspection.Inspection;
import dev.chancery.core.inspection.Kind;
import dev.chancery.core.inspection.RuleBook;
import dev.chancery.core.x509.Der;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Form;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.JudgedView;
import dev.chancery.web.pages.view.RulesView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What certificates are judged by, for everybody; and the judgement of a file, for those who are signed in. */
final class RulesPage {
    private final FileInspector inspector;
    private final Frames frames;
    private final Templates templates;

    RulesPage(FileInspector inspector, Frames frames, Templates templates) {
        this.inspector = inspector;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(
                Route.page(Method.GET, "/rules", Access.open(), this::list),
                Route.page(
                        Method.GET,
                        "/rules/judge",
                        Access.signedIn(),
                        exchange -> show(exchange, 200, "", Optional.empty(), "")),
                Route.page(Method.POST, "/rules/judge", Access.signedIn(), this::judge));
    }

    private Reply list(Exchange exchange) {
        String kind = exchange.query().text("kind").orElse("");
        Optional<Kind> chosen = Arrays.stream(Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(kind))
                .findFirst();
        return templates.show(
                "rules", RulesView.of(frames.of(exchange, "Rules", Section.NONE), RuleBook.all(), chosen));
    }

    private Reply judge(Exchange exchange) {
        Form form = exchange.form();
        String pasted = form.text("text").orElse("");
        List<Source> files = new ArrayList<>();
        if (!pasted.isBlank()) {
            files.add(new Source("what you pasted", Der.ofOwned(pasted.getBytes(StandardCharsets.UTF_8))));
        }
        form.upload("file")
                .ifPresent(upload ->
                        files.add(new Source(LogText.escape(upload.fileName()), Der.ofOwned(upload.octets()))));
        if (files.isEmpty()) {
            return show(
                    exchange, 422, pasted, Optional.empty(), "Paste a certificate, CRL or request, or choose a file.");
        }
        return show(exchange, 200, pasted, Optional.of(inspector.inspect(files, List.of())), "");
    }

    private Reply show(Exchange exchange, int status, String text, Optional<Inspection> inspection, String error) {
        return templates.show(
                status,
                "judge",
                JudgedView.of(frames.of(exchange, "Judge a file", Section.NONE), withoutKeys(text), inspection, error));
    }

    /** A private key that was pasted by mistake is not sent back. */
    private static String withoutKeys(String text) {
        return text.contains("PRIVATE KEY") ? "" : text;
    }
}
