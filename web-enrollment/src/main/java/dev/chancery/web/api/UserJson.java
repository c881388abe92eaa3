package dev.chancery.web.api;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.web.http.Json;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts as JSON, in both directions; never a hash of a password or of a token. */
final class UserJson {
    private static final List<String> ROLES =
            List.of(Role.values()).stream().map(Role::label).toList();

    private UserJson() {}

    static ObjectNode of(Account account) {
        ObjectNode node = Json.object().put("name", account.name()).put("displayName", account.displayName());
        roles(node, account.roles());
        node.set("grants", grants(account.grants()));
        texts(node, "groups", account.groups().stream().sorted().toList());
        node.put("disabled", account.disabled())
                .put("hasPassword", account.passwordHash().isPresent())
                .put("mustChangePassword", account.mustChangePassword())
                .put("created", account.created().toString());
        ArrayNode tokens = node.putArray("tokens");
        account.tokens().forEach(token -> tokens.add(token(token)));
        return node;
    }

    /** Somebody without an account: the local administrator. */
    static ObjectNode of(Requester requester) {
        ObjectNode node = Json.object().put("name", requester.name());
        roles(node, requester.roles());
        node.set("grants", grants(requester.grants().own()));
        node.putArray("groups");
        return node;
    }

    static ObjectNode token(Account.ApiToken token) {
        ObjectNode node = Json.object()
                .put("id", token.id())
                .put("label", token.label())
                .put("created", token.created().toString());
        token.expires().ifPresent(end -> node.put("expires", end.toString()));
        return node;
    }

    private static void roles(ObjectNode node, Set<Role> roles) {
        texts(node, "roles", new TreeSet<>(roles).stream().map(Role::label).toList());
    }

    static ObjectNode grants(NameGrants grants) {
        ObjectNode node = Json.object();
        texts(node, "exact", grants.exact());
        texts(node, "dnsSuffixes", grants.dnsSuffixes());
        node.put("wildcards", grants.wildcards());
        texts(node, "ipRanges", grants.ipRanges());
        return node.put("all", grants.all());
    }

    private static void texts(ObjectNode node, String name, Collection<String> texts) {
        texts.forEach(node.putArray(name)::add);
    }

    static Optional<Set<Role>> readRoles(JsonFields fields) {
        return fields.texts("roles").map(texts -> {
            Set<Role> roles = new TreeSet<>();
            for (String text : texts) {
                roles.add(Role.named(text)
                        .orElseThrow(() -> Values.problem(
                                422,
                                "role-unknown",
                                "roles",
                                Values.quoted(text) + " is no role; there are "
                                        + ROLES.stream().collect(Collectors.joining(", ")) + ".")));
            }
            return roles;
        });
    }

    static Optional<Set<String>> readGroups(JsonFields fields) {
        return fields.texts("groups").map(Set::copyOf);
    }

    static Optional<NameGrants> readGrants(JsonFields fields) {
        return fields.object("grants", "exact", "dnsSuffixes", "wildcards", "ipRanges", "all")
                .map(grants -> {
                    try {
                        return new NameGrants(
                                grants.texts("exact").orElse(List.of()),
                                grants.texts("dnsSuffixes").orElse(List.of()),
                                grants.flag("wildcards").orElse(false),
                                grants.texts("ipRanges").orElse(List.of()),
                                grants.flag("all").orElse(false));
                    } catch (IllegalArgumentException e) {
                        throw Values.problem(422, "grant-form", "grants", e.getMessage() + ".");
                    }
                });
    }
}
