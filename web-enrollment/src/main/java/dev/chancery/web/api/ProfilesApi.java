package dev.chancery.web.api;

import dev.chancery.core.editing.ProfileEditor;
import dev.chancery.core.journal.ProfileVersion;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/profiles}: which kinds of certificate there are, and which there were. */
final class ProfilesApi {
    private static final int STANDARD_LIMIT = 50;
    private static final int MAXIMUM_LIMIT = 500;

    private final ProfileCatalog profiles;
    private final ProfileEditor editor;
    private final ProfileJson json;

    ProfilesApi(ProfileCatalog profiles, ProfileEditor editor, ProfileJson json) {
        this.profiles = profiles;
        this.editor = editor;
        this.json = json;
    }

    Reply list(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of());
        Map<String, ProfileVersion> newest = editor.versions().newest().stream()
                .collect(Collectors.toMap(ProfileVersion::name, Function.identity()));
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("profiles");
        profiles.entries()
                .forEach(entry -> all.add(json.of(
                        entry, Optional.ofNullable(newest.get(entry.profile().name())))));
        return Reply.json(200, body);
    }

    Reply show(Exchange exchange) {
        String name = exchange.variable("name");
        ProfileCatalog.Entry entry = profiles.entry(name).orElseThrow(() -> unknown(name));
        return tagged(
                Reply.json(200, json.of(entry, editor.versions().newest(name))),
                entry.version().orElse(0));
    }

    /** The file as it was saved, comments included. */
    Reply yaml(Exchange exchange) {
        String name = exchange.variable("name");
        ProfileVersion version = editor.versions()
                .newest(name)
                .filter(newest -> !newest.removal())
                .orElseThrow(() -> unknown(name));
        return tagged(Reply.text(200, ProfileChangeApi.YAML, version.text().orElseThrow()), version.number());
    }

    Reply versions(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of("limit"));
        int limit = Values.limit(exchange.query(), STANDARD_LIMIT, MAXIMUM_LIMIT);
        List<ProfileVersion> all = editor.versions().all(exchange.variable("name"));
        if (all.isEmpty()) {
            throw unknown(exchange.variable("name"));
        }
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("versions");
        all.stream().limit(limit).forEach(version -> list.add(json.of(version)));
        return Reply.json(200, body);
    }

    Reply version(Exchange exchange) {
        String name = exchange.variable("name");
        String number = exchange.variable("version");
        return Optional.of(number)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .flatMap(text -> editor.versions().find(name, Integer.parseInt(text)))
                .map(version -> Reply.json(200, json.full(version)))
                .orElseThrow(() -> new ProblemException(Problem.notFound("There is no version " + Values.quoted(number)
                        + " of a profile " + Values.quoted(name) + ".")));
    }

    static ProblemException unknown(String name) {
        return new ProblemException(Problem.notFound("There is no profile " + Values.quoted(name) + "."));
    }

    /** The version is what a later change has to name (RFC 9110 §8.8.3). */
    static Reply tagged(Reply reply, int version) {
        return version == 0 ? reply : reply.with("ETag", "\"" + version + "\"");
    }
}
