package dev.chancery.web.api;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.Prospects;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Reply;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/account}: whoever asks, their rights and their tokens. */
final class OwnAccountApi {
    private final Accounts accounts;
    private final UsersApi users;
    private final Enrollment enrollment;
    private final Authorization authorization;

    OwnAccountApi(Accounts accounts, UsersApi users, Enrollment enrollment, Authorization authorization) {
        this.accounts = accounts;
        this.users = users;
        this.enrollment = enrollment;
        this.authorization = authorization;
    }

    Reply show(Exchange exchange) {
        ObjectNode node = accounts.find(exchange.requester().name())
                .map(UserJson::of)
                .orElseGet(() -> UserJson.of(exchange.requester()));
        Requester who = exchange.requester();
        if (authorization.allows(who, Permission.REQUEST_CERTIFICATE, AccessObject.any())) {
            Permit asking = authorization.require(who, Permission.REQUEST_CERTIFICATE, AccessObject.any());
            node.set("mayRequest", mayRequest(enrollment.prospects(asking)));
        }
        return Reply.json(200, node);
    }

    private static ObjectNode mayRequest(Prospects prospects) {
        ObjectNode node = Json.object().put("names", prospects.held().describe());
        ArrayNode groups = node.putArray("groups");
        prospects.held().groups().forEach(group -> groups.add(GroupsApi.json(group)));
        ArrayNode profiles = node.putArray("profiles");
        prospects
                .profiles()
                .forEach(profile -> profiles.addObject()
                        .put("name", profile.name())
                        .put("title", profile.title())
                        .put("officers", profile.officers()));
        prospects.crown().forEach(node.putArray("crownNames")::add);
        return node;
    }

    Reply addToken(Exchange exchange) {
        return users.addToken(exchange, own(exchange), exchange.requester().name());
    }

    Reply removeToken(Exchange exchange) {
        return users.removeToken(exchange, own(exchange), exchange.requester().name());
    }

    private Permit own(Exchange exchange) {
        return authorization.own(exchange.requester());
    }
}
