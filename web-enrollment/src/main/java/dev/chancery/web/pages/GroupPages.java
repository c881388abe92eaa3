package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Group;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.auth.GroupOutcome;
import dev.chancery.web.auth.Groups;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.GrantForm;
import dev.chancery.web.pages.view.GroupListView;
import dev.chancery.web.pages.view.GroupView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Groups, for administrators to manage and auditors to read. */
final class GroupPages {
    private final Groups groups;
    private final Authorization authorization;
    private final Frames frames;
    private final Templates templates;

    GroupPages(Groups groups, Authorization authorization, Frames frames, Templates templates) {
        this.groups = groups;
        this.authorization = authorization;
        this.frames = frames;
        this.templates = templates;
    }

    /** A form for a group as it was sent. */
    private record Entry(String name, String description, GrantForm grants) {
        static Entry empty() {
            return new Entry("", "", GrantForm.empty());
        }

        static Entry of(Exchange exchange) {
            return new Entry(
                    exchange.form().text("name").orElse("").strip().toLowerCase(Locale.ROOT),
                    exchange.form().text("description").orElse("").strip(),
                    GrantEntry.of(exchange.form()));
        }
    }

    List<Route> routes() {
        Access read = Access.needs(Permission.READ_USERS);
        Access manage = Access.needs(Permission.MANAGE_USERS);
        return List.of(
                Route.page(Method.GET, "/groups", read, exchange -> list(exchange, 200, Entry.empty(), "")),
                SentForm.route(
                        "/groups", manage, this::create, exchange -> list(exchange, 200, Entry.of(exchange), "")),
                Route.page(Method.GET, "/groups/{name}", read, exchange -> show(exchange, "")),
                SentForm.route(
                        "/groups/{name}",
                        manage,
                        this::change,
                        exchange -> show(exchange, 200, required(exchange), Entry.of(exchange), "", "")),
                Route.page(Method.POST, "/groups/{name}/removal", manage, this::remove));
    }

    private Reply create(Exchange exchange) {
        Entry entry = Entry.of(exchange);
        try {
            Group wanted = new Group(entry.name(), entry.description(), GrantEntry.grants(entry.grants()));
            return groups.create(exchange.permit(), wanted)
                    .fold(
                            saved -> Reply.seeOther(path(wanted.name())),
                            message -> list(exchange, 404, entry, message),
                            objection -> list(exchange, 409, entry, said(objection.message())));
        } catch (IllegalArgumentException e) {
            return list(exchange, 422, entry, GrantEntry.sentence(e));
        }
    }

    private Reply change(Exchange exchange) {
        Groups.Listed before = required(exchange);
        Entry entry = Entry.of(exchange);
        try {
            Groups.Change change =
                    new Groups.Change(Optional.of(entry.description()), Optional.of(GrantEntry.grants(entry.grants())));
            return saved(
                    exchange,
                    groups.change(exchange.permit(), before.group().name(), change),
                    plain("people.groups.saved"));
        } catch (IllegalArgumentException e) {
            return show(exchange, 422, before, entry, "", GrantEntry.sentence(e));
        }
    }

    private Reply remove(Exchange exchange) {
        Groups.Listed before = required(exchange);
        GroupOutcome outcome = groups.remove(exchange.permit(), before.group().name());
        return outcome instanceof GroupOutcome.Saved ? Reply.seeOther("/groups") : saved(exchange, outcome, "");
    }

    private Reply saved(Exchange exchange, GroupOutcome outcome, String message) {
        return outcome.fold(
                saved -> show(exchange, 200, saved, message, ""),
                missing -> {
                    throw new ProblemException(Problem.notFound(missing));
                },
                objection -> show(exchange, 409, required(exchange), "", said(objection.message())));
    }

    private Reply list(Exchange exchange, int status, Entry entry, String error) {
        List<GroupListView.Row> rows = groups.all(reading(exchange)).stream()
                .map(listed -> new GroupListView.Row(
                        path(listed.group().name()),
                        listed.group().name(),
                        listed.group().description(),
                        said(listed.group().grants().describe()),
                        listed.members()))
                .toList();
        return templates.show(
                status,
                "groups",
                new GroupListView(
                        frames.of(exchange, plain("people.groups.title"), Section.USERS),
                        rows,
                        entry.name(),
                        entry.description(),
                        entry.grants(),
                        error,
                        mayManage(exchange)));
    }

    private Reply show(Exchange exchange, String message) {
        return show(exchange, 200, required(exchange), message, "");
    }

    private Reply show(Exchange exchange, int status, Groups.Listed listed, String message, String error) {
        Group group = listed.group();
        Entry entry = new Entry(group.name(), group.description(), GrantForm.of(group.grants()));
        return show(exchange, status, listed, entry, message, error);
    }

    private Reply show(Exchange exchange, int status, Groups.Listed listed, Entry entry, String message, String error) {
        Group group = listed.group();
        return templates.show(
                status,
                "group",
                new GroupView(
                        frames.of(exchange, group.name(), Section.USERS),
                        path(group.name()),
                        group.name(),
                        entry.description(),
                        entry.grants(),
                        said(group.grants().describe()),
                        listed.members(),
                        message,
                        error,
                        mayManage(exchange)));
    }

    private Groups.Listed required(Exchange exchange) {
        String name = exchange.variable("name");
        return groups.find(reading(exchange), name)
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound(plain("people.groups.notFound", LogText.escape(name)))));
    }

    /** Whoever may change groups may read them. */
    private Permit reading(Exchange exchange) {
        return authorization.require(exchange.requester(), Permission.READ_USERS, AccessObject.any());
    }

    private boolean mayManage(Exchange exchange) {
        return authorization.allows(exchange.requester(), Permission.MANAGE_USERS, AccessObject.any());
    }

    private static String path(String name) {
        return "/groups/" + name;
    }
}
