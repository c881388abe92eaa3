package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.number;
import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.profileText;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.editing.FolderFaultException;
import dev.chancery.core.editing.Mistake;
import dev.chancery.core.editing.ProfileChange;
import dev.chancery.core.editing.ProfileEditor;
import dev.chancery.core.editing.Reload;
import dev.chancery.core.journal.ProfileVersion;
import dev.chancery.core.profile.Approval;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.profile.ProfileRemarks;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.DifferenceView;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.ProfileFacts;
import dev.chancery.web.pages.view.ProfileListView;
import dev.chancery.web.pages.view.ProfileVersionRow;
import dev.chancery.web.pages.view.ProfileVersionView;
import dev.chancery.web.pages.view.ProfileView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Kinds of certificates, what they were before, and who has changed them. */
final class ProfilePages {
    private final ProfileCatalog profiles;
    private final ProfileEditor editor;
    private final Authorization authorization;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    ProfilePages(PageParts parts, Moments moments, Frames frames, Templates templates) {
        this.profiles = parts.profiles();
        this.editor = parts.editor();
        this.authorization = parts.authorization();
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access read = Access.needs(Permission.READ_PROFILES);
        Access manage = Access.needs(Permission.MANAGE_PROFILES);
        return List.of(
                Route.page(Method.GET, "/profiles", read, exchange -> list(exchange, "")),
                Route.page(Method.GET, "/profiles/{name}", read, exchange -> show(exchange, 200, "")),
                Route.page(Method.GET, "/profiles/{name}/versions/{version}", read, this::version),
                Route.page(Method.POST, "/profiles/{name}/removal", manage, this::remove),
                Route.page(Method.POST, "/profile-files", manage, this::reload));
    }

    private Reply list(Exchange exchange, String message) {
        boolean manages = mayManage(exchange);
        Map<String, ProfileVersion> newest = editor.versions().newest().stream()
                .collect(Collectors.toMap(ProfileVersion::name, Function.identity()));
        List<ProfileListView.Row> rows = profiles.entries().stream()
                .map(entry -> row(
                        entry, Optional.ofNullable(newest.get(entry.profile().name()))))
                .toList();
        List<String> removed = newest.values().stream()
                .filter(ProfileVersion::removal)
                .map(ProfileVersion::name)
                .sorted()
                .toList();
        return templates.show(
                "profiles",
                new ProfileListView(
                        frames.of(exchange, plain("profiles.pageTitle"), Section.PROFILES),
                        rows,
                        removed,
                        manages ? editor.faults().stream().map(Mistake::words).toList() : List.of(),
                        manages ? unread() : List.of(),
                        message,
                        manages));
    }

    /** Those that are known to be wrong are named as such. */
    private List<String> unread() {
        List<String> wrong = editor.faults().stream().map(Mistake::file).toList();
        return editor.unread().stream()
                .filter(name -> !wrong.contains("profiles/" + name + ".yaml"))
                .toList();
    }

    private ProfileListView.Row row(ProfileCatalog.Entry entry, Optional<ProfileVersion> newest) {
        CertificateProfile profile = entry.profile();
        return new ProfileListView.Row(
                "/profiles/" + profile.name(),
                profile.name(),
                profileText(profile.title()),
                profileText(profile.description()),
                profile.issuer(),
                plain(
                        "profiles.row.validity",
                        Moments.words(profile.validity().standard()),
                        Moments.words(profile.validity().maximum())),
                profile.usableBy().isEmpty()
                        ? plain("profiles.row.server")
                        : String.join(", ", new TreeSet<>(profile.usableBy())),
                profile.approval() == Approval.OFFICER ? plain("profiles.row.officer") : "",
                entry.version().isPresent() ? Integer.toString(entry.version().getAsInt()) : "",
                newest.map(version -> plain(
                                "profiles.row.by", moments.at(version.at()).relative(), version.by()))
                        .orElse(""));
    }

    private Reply show(Exchange exchange, int status, String error) {
        String name = exchange.variable("name");
        List<ProfileVersion> all = editor.versions().all(name);
        Optional<ProfileCatalog.Entry> entry = profiles.entry(name);
        if (all.isEmpty() && entry.isEmpty()) {
            throw unknown(name);
        }
        int current = entry.map(found -> found.version().orElse(0)).orElse(0);
        List<ProfileVersionRow> history = all.stream()
                .map(version -> ProfileVersionRow.of(
                        version, editor.changes(version).keys(), version.number() == current, moments))
                .toList();
        return templates.show(
                status,
                "profile",
                new ProfileView(
                        frames.of(exchange, name, Section.PROFILES),
                        "/profiles/" + name,
                        name,
                        entry.map(found -> inForce(found.profile())),
                        history,
                        Integer.toString(current),
                        editor.neededBy(name).orElse(""),
                        exchange.query().has("saved") ? plain("profiles.saved", current) : "",
                        error,
                        mayManage(exchange)));
    }

    private ProfileView.InForce inForce(CertificateProfile profile) {
        List<String> remarks = ProfileRemarks.of(profile, moments.now()).stream()
                .map(remark -> remark.key() + ": " + remark.text())
                .toList();
        return new ProfileView.InForce(
                profileText(profile.title()),
                profileText(profile.description()),
                ProfileFacts.of(profile),
                remarks,
                editor.text(profile.name()).orElse(""));
    }

    private Reply version(Exchange exchange) {
        String name = exchange.variable("name");
        String number = exchange.variable("version");
        ProfileVersion version = Optional.of(number)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .flatMap(text -> editor.versions().find(name, Integer.parseInt(text)))
                .orElseThrow(() -> new ProblemException(Problem.notFound(
                        plain("profiles.version.notFound", LogText.escape(number), LogText.escape(name)))));
        boolean current = profiles.entry(name)
                .filter(entry -> entry.version().orElse(0) == version.number())
                .isPresent();
        boolean restorable = mayManage(exchange) && !current && !version.removal();
        boolean there = profiles.entry(name).isPresent();
        return templates.show(
                "profile-version",
                new ProfileVersionView(
                        frames.of(
                                exchange,
                                plain("profiles.version.pageTitle", name, version.number()),
                                Section.PROFILES),
                        name,
                        ProfileVersionRow.of(version, List.of(), current, moments),
                        version.sha256().map(digest -> digest.hex()).orElse(""),
                        number(version.sequence()),
                        DifferenceView.of(editor.changes(version)),
                        version.text().orElse(""),
                        restorable
                                ? (there ? "/profiles/" + name + "/edit?" : "/new-profile?from=" + name + "&")
                                        + "version=" + version.number()
                                : ""));
    }

    private Reply remove(Exchange exchange) {
        String name = exchange.variable("name");
        int basis = exchange.form()
                .text("version")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
        if (profiles.find(name).isEmpty()) {
            throw unknown(name);
        }
        String why = exchange.form().text("why").orElse("");
        if (why.length() > ProfileChange.LONGEST_WHY) {
            return show(exchange, 422, plain("profiles.why.long", ProfileChange.LONGEST_WHY));
        }
        try {
            return editor.remove(exchange.permit(), name, basis, why)
                    .fold(
                            removed -> Reply.seeOther("/profiles"),
                            mistakes -> show(exchange, 422, mistakes.get(0).words()),
                            message -> show(exchange, 409, message));
        } catch (FolderFaultException e) {
            throw new ProblemException(Problem.of(500, String.valueOf(e.getMessage())));
        }
    }

    private Reply reload(Exchange exchange) {
        Reload reload = editor.reload(exchange.permit());
        String taken = reload.taken().stream()
                .map(version -> version.name()
                        + (version.removal()
                                ? plain("profiles.taken.removed")
                                : plain("profiles.taken.version", version.number())))
                .collect(Collectors.joining("; "));
        String message = taken.isEmpty() ? plain("profiles.read.nothing") : plain("profiles.read", taken);
        return list(exchange, reload.faults().isEmpty() || !taken.isEmpty() ? message : "");
    }

    private boolean mayManage(Exchange exchange) {
        return authorization.allows(exchange.requester(), Permission.MANAGE_PROFILES, AccessObject.any());
    }

    static ProblemException unknown(String name) {
        return new ProblemException(Problem.notFound(plain("profiles.notFound", LogText.escape(name))));
    }
}
