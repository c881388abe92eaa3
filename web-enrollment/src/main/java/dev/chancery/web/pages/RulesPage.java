package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.inspection.FileInspector;
import dev.chancery.core.inspection.FileInspector.Source;
import dev.chancery.core.inspection.Inspection;
import dev.chancery.core.inspection.Kind;
import dev.chancery.core.inspection.RuleBook;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.RuleWeight;
import dev.chancery.core.profile.TurnedDownRule;
import dev.chancery.core.x509.Der;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Form;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.Frame;
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
    private final ProfileCatalog profiles;
    private final Frames frames;
    private final Templates templates;

    RulesPage(FileInspector inspector, ProfileCatalog profiles, Frames frames, Templates templates) {
        this.inspector = inspector;
        this.profiles = profiles;
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
                        exchange -> show(exchange, 200, new Asked("", ""), Optional.empty(), "")),
                SentForm.route("/rules/judge", Access.signedIn(), this::judge, this::judge));
    }

    private Reply list(Exchange exchange) {
        String kind = exchange.query().text("kind").orElse("");
        Optional<Kind> chosen = Arrays.stream(Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(kind))
                .findFirst();
        Frame frame = frames.of(exchange, plain("rules.pageTitle"), Section.NONE);
        // What the profiles of this server are called is nobody's business who is not signed in.
        List<CertificateProfile> shown = frame.signedIn() ? List.copyOf(profiles.all()) : List.of();
        return templates.show("rules", RulesView.of(frame, RuleBook.all(), chosen, shown));
    }

    /** What was asked: a text, and the name of a profile, or none. */
    private record Asked(String text, String profile) {}

    private Reply judge(Exchange exchange) {
        Form form = exchange.form();
        String pasted = form.text("text").orElse("");
        List<TurnedDownRule> turnedDown = form.text("profile")
                .flatMap(profiles::find)
                .map(CertificateProfile::lint)
                .orElse(List.of());
        Asked asked = new Asked(pasted, form.text("profile").orElse(""));
        List<Source> files = new ArrayList<>();
        if (!pasted.isBlank()) {
            files.add(new Source(plain("rules.judge.pasted"), Der.ofOwned(pasted.getBytes(StandardCharsets.UTF_8))));
        }
        form.upload("file")
                .ifPresent(upload ->
                        files.add(new Source(LogText.escape(upload.fileName()), Der.ofOwned(upload.octets()))));
        if (files.isEmpty()) {
            return show(exchange, 422, asked, Optional.empty(), plain("rules.judge.nothing"));
        }
        Inspection inspection = inspector
                .weighing(TurnedDownRule.weights(turnedDown))
                .inspect(files, List.of())
                .with(silent(turnedDown));
        return show(exchange, 200, asked, Optional.of(inspection), "");
    }

    /** A rule that says nothing is named, so that nobody takes its silence for a judgement. */
    private static List<String> silent(List<TurnedDownRule> rules) {
        return rules.stream()
                .filter(rule -> rule.severity() == RuleWeight.OFF)
                .map(rule -> plain("rules.judge.notAsked", rule.rule(), rule.reason()))
                .toList();
    }

    private Reply show(Exchange exchange, int status, Asked asked, Optional<Inspection> inspection, String error) {
        return templates.show(
                status,
                "judge",
                JudgedView.of(
                        frames.of(exchange, plain("rules.judgeFile"), Section.NONE),
                        withoutKeys(asked.text()),
                        JudgedView.Choice.of(profiles.all(), asked.profile()),
                        inspection,
                        error));
    }

    /** A private key that was pasted by mistake is not sent back. */
    private static String withoutKeys(String text) {
        return text.contains("PRIVATE KEY") ? "" : text;
    }
}
