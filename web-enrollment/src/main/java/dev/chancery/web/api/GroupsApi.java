package dev.chancery.web.api;

import dev.chancery.core.access.Group;
import dev.chancery.core.access.NameGrants;
import dev.chancery.web.auth.GroupOutcome;
import dev.chancery.web.auth.Groups;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/groups}: names that several accounts share, for admins. */
final class GroupsApi {
    private final Groups groups;

    GroupsApi(Groups groups) {
        this.groups = groups;
    }

    Reply list(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of());
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("groups");
        groups.all(exchange.permit()).forEach(group -> all.add(json(group)));
        return Reply.json(200, body);
    }

    Reply show(Exchange exchange) {
        String name = exchange.variable("name");
        return groups.find(exchange.permit(), name)
                .map(group -> Reply.json(200, json(group)))
                .orElseThrow(
                        () -> new ProblemException(Problem.notFound("There is no group " + Values.quoted(name) + ".")));
    }

    Reply create(Exchange exchange) {
        JsonFields fields = JsonFields.of(exchange, "name", "description", "grants");
        String name = fields.requiredText("name");
        String description = fields.text("description").orElse("").strip();
        NameGrants grants = UserJson.readGrants(fields).orElse(NameGrants.nothing());
        Group wanted = formed(name, () -> new Group(name, description, grants));
        return reply(
                groups.create(exchange.permit(), wanted),
                group -> Reply.json(201, json(group)).with("Location", "/api/v1/groups/" + name));
    }

    Reply change(Exchange exchange) {
        JsonFields fields = JsonFields.of(exchange, "description", "grants");
        Groups.Change change =
                new Groups.Change(fields.text("description").map(String::strip), UserJson.readGrants(fields));
        String name = exchange.variable("name");
        return reply(
                formed(name, () -> groups.change(exchange.permit(), name, change)),
                group -> Reply.json(200, json(group)));
    }

    Reply remove(Exchange exchange) {
        return reply(groups.remove(exchange.permit(), exchange.variable("name")), group -> Reply.status(204));
    }

    private static <T> T formed(String name, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw Values.problem(422, "group-form", "name", Values.quoted(name) + ": " + e.getMessage() + ".");
        }
    }

    private static Reply reply(GroupOutcome outcome, Function<Groups.Listed, Reply> saved) {
        return outcome.fold(
                saved,
                message -> {
                    throw new ProblemException(Problem.notFound(message));
                },
                objection -> {
                    throw new ProblemException(Problem.of(409, objection));
                });
    }

    private static ObjectNode json(Groups.Listed listed) {
        ObjectNode node = json(listed.group());
        listed.members().forEach(node.putArray("members")::add);
        return node;
    }

    /** Without its members. */
    static ObjectNode json(Group group) {
        ObjectNode node = Json.object().put("name", group.name()).put("description", group.description());
        node.set("grants", UserJson.grants(group.grants()));
        return node;
    }
}
