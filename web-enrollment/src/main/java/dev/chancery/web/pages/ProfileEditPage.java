package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.Permission;
import dev.chancery.core.editing.FolderFaultException;
import dev.chancery.core.editing.Mistake;
import dev.chancery.core.editing.ProfileChange;
import dev.chancery.core.editing.ProfileEditor;
import dev.chancery.core.editing.Reading;
import dev.chancery.core.editing.Setting;
import dev.chancery.core.issuance.Rehearsal;
import dev.chancery.core.journal.JournalEvent.ProfileSaved;
import dev.chancery.core.journal.ProfileVersion;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.ProfileRemarks;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Form;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.Decoding;
import dev.chancery.web.pages.view.DifferenceView;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.ProfileEditView;
import dev.chancery.web.pages.view.ProfileEditView.MistakeRow;
import dev.chancery.web.pages.view.ProfileEditView.Preview;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A profile is written here: looked at first, then saved. */
final class ProfileEditPage {
    private final ProfileCatalog profiles;
    private final ProfileEditor editor;
    private final Rehearsal rehearsal;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    ProfileEditPage(PageParts parts, Moments moments, Frames frames, Templates templates) {
        this.profiles = parts.profiles();
        this.editor = parts.editor();
        this.rehearsal = parts.rehearsal();
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access manage = Access.needs(Permission.MANAGE_PROFILES);
        return List.of(
                Route.page(Method.GET, "/profiles/{name}/edit", manage, this::begin),
                SentForm.route(
                        "/profiles/{name}/edit",
                        manage,
                        exchange -> send(exchange, Optional.of(exchange.variable("name")), true),
                        exchange -> send(exchange, Optional.of(exchange.variable("name")), false)),
                Route.page(Method.GET, "/new-profile", manage, this::copy),
                SentForm.route(
                        "/new-profile",
                        manage,
                        exchange -> send(exchange, Optional.empty(), true),
                        exchange -> send(exchange, Optional.empty(), false)));
    }

    /**
     * What is being written.
     *
     * @param name of a profile that is there; empty for a new one
     * @param merged whether the text has what the form says
     */
    private record Draft(Optional<String> name, int basis, String text, String why, boolean merged) {
        String path() {
            return name.map(known -> "/profiles/" + known + "/edit").orElse("/new-profile");
        }
    }

    private Reply begin(Exchange exchange) {
        String name = exchange.variable("name");
        int version = profiles.entry(name)
                .orElseThrow(() -> ProfilePages.unknown(name))
                .version()
                .orElse(0);
        String text = earlier(exchange, name).or(() -> editor.text(name)).orElse("");
        return show(exchange, 200, new Draft(Optional.of(name), version, text, "", true), Optional.empty(), "", false);
    }

    /** A version that is to be the newest again. */
    private Optional<String> earlier(Exchange exchange, String name) {
        return exchange.query()
                .text("version")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .flatMap(text -> editor.versions().find(name, Integer.parseInt(text)))
                .flatMap(ProfileVersion::text);
    }

    private Reply copy(Exchange exchange) {
        Optional<String> from = exchange.query().text("from");
        Optional<String> restored = from.flatMap(name -> earlier(exchange, name));
        String text = restored.or(() -> from.or(() -> profiles.entries().stream()
                                .findFirst()
                                .map(entry -> entry.profile().name()))
                        .flatMap(editor::text)
                        .map(original -> renamed(original)))
                .orElse("");
        return show(exchange, 200, new Draft(Optional.empty(), 0, text, "", true), Optional.empty(), "", false);
    }

    /** A copy must have another name, and says so. */
    private String renamed(String text) {
        try {
            return editor.language().with(text, Map.of("name", "new-profile", "title", "New profile"));
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** @param mayAct whether it is saved when the form says so */
    private Reply send(Exchange exchange, Optional<String> name, boolean mayAct) {
        Form form = exchange.form();
        String text =
                form.fields().first("text").orElse("").replace("\r\n", "\n").replace('\r', '\n');
        Draft sent = new Draft(
                name,
                form.text("version")
                        .filter(number -> number.matches("[0-9]{1,9}"))
                        .map(Integer::valueOf)
                        .orElse(0),
                text.endsWith("\n") ? text : text + "\n",
                form.text("why").orElse(""),
                false);
        String tooLong = tooLong(sent);
        if (!tooLong.isEmpty()) {
            return show(exchange, 422, sent, Optional.of(form), tooLong, false);
        }
        Draft draft;
        try {
            String merged = editor.language().with(sent.text(), ProfileForm.changed(form));
            draft = new Draft(name, sent.basis(), merged, sent.why(), true);
        } catch (IllegalArgumentException e) {
            return show(exchange, 422, sent, Optional.of(form), sentence(e), false);
        }
        boolean seen = form.text("seen").filter(digest(draft.text())::equals).isPresent();
        boolean save =
                mayAct && seen && form.text("step").filter("save"::equals).isPresent();
        return save ? save(exchange, draft, form) : show(exchange, 200, draft, Optional.of(form), "", true);
    }

    private static String sentence(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    private static String tooLong(Draft draft) {
        if (draft.why().length() > ProfileChange.LONGEST_WHY) {
            return plain("profiles.why.long", ProfileChange.LONGEST_WHY);
        }
        return draft.text().getBytes(StandardCharsets.UTF_8).length > ProfileChange.LONGEST_TEXT
                ? plain("profiles.edit.long", ProfileChange.LONGEST_TEXT / 1024)
                : "";
    }

    private Reply save(Exchange exchange, Draft draft, Form form) {
        String name = name(draft);
        try {
            return editor.save(exchange.permit(), new ProfileChange(name, draft.text(), draft.basis(), draft.why()))
                    .fold(
                            saved -> Reply.seeOther("/profiles/" + name + "?saved=yes"),
                            mistakes -> show(exchange, 422, draft, Optional.of(form), "", true),
                            message -> show(exchange, 409, draft, Optional.of(form), message, true));
        } catch (FolderFaultException e) {
            throw new ProblemException(Problem.of(500, String.valueOf(e.getMessage())));
        }
    }

    /** A new profile is called as its text says. */
    private String name(Draft draft) {
        return draft.name()
                .or(() -> editor.language().read("profile", draft.text()) instanceof Reading.Sound sound
                        ? Optional.of(sound.profile().name())
                        : Optional.empty())
                .orElse("profile");
    }

    private static String digest(String text) {
        return ProfileSaved.digest(text).hex();
    }

    private Reply show(Exchange exchange, int status, Draft draft, Optional<Form> form, String error, boolean preview) {
        String name = name(draft);
        Reading reading = editor.check(name, draft.text());
        List<Mistake> mistakes = reading.fold(profile -> List.of(), found -> found);
        Optional<CertificateProfile> sound = reading.fold(Optional::of, found -> Optional.empty());
        boolean asSent = sound.isEmpty() || !error.isEmpty();
        List<Setting> settings = sound.or(() -> basis(draft))
                .map(profile -> editor.language().settings(profile))
                .orElse(List.of());
        ProfileEditView view = new ProfileEditView(
                frames.of(exchange, draft.name().orElse(plain("profiles.new")), Section.PROFILES),
                draft.path(),
                draft.name().map(known -> "/profiles/" + known).orElse("/profiles"),
                draft.name().orElse(""),
                draft.basis(),
                draft.text(),
                draft.why(),
                ProfileForm.sections(settings, asSent ? form : Optional.empty(), draft.merged(), mistakes),
                rows(mistakes, draft.text()),
                error,
                preview ? sound.map(profile -> preview(name, draft.text(), profile)) : Optional.empty());
        boolean wrong = status == 200 && preview && sound.isEmpty();
        return templates.show(wrong ? 422 : status, "profile-edit", view);
    }

    private Optional<CertificateProfile> basis(Draft draft) {
        return draft.name()
                .flatMap(profiles::find)
                .or(() -> profiles.all().stream().findFirst());
    }

    private static List<MistakeRow> rows(List<Mistake> mistakes, String text) {
        List<String> lines = text.lines().toList();
        List<MistakeRow> rows = new ArrayList<>();
        for (Mistake mistake : mistakes) {
            boolean placed = mistake.line() > 0 && mistake.line() <= lines.size();
            rows.add(new MistakeRow(
                    placed ? plain("profiles.edit.line", mistake.line()) : mistake.file(),
                    mistake.key(),
                    mistake.message(),
                    placed ? lines.get(mistake.line() - 1).strip() : ""));
        }
        return rows;
    }

    private Preview preview(String name, String text, CertificateProfile profile) {
        List<String> remarks = ProfileRemarks.of(profile, moments.now()).stream()
                .map(remark -> remark.key() + ": " + remark.text())
                .toList();
        DifferenceView difference = DifferenceView.of(editor.compare(name, text));
        return rehearsal
                .of(profile)
                .fold(
                        (certificate, issuer) -> new Preview(
                                digest(text), difference, remarks, Decoding.of(certificate, moments), List.of()),
                        reasons -> new Preview(digest(text), difference, remarks, List.of(), reasons));
    }
}
