package dev.chancery.web.api;

import dev.chancery.core.editing.Comparison;
import dev.chancery.core.editing.FolderFaultException;
import dev.chancery.core.editing.Mistake;
import dev.chancery.core.editing.ProfileChange;
import dev.chancery.core.editing.ProfileEditor;
import dev.chancery.core.editing.Reading;
import dev.chancery.core.editing.Reload;
import dev.chancery.core.editing.SaveOutcome;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes profiles: {@code PUT} and {@code DELETE /api/v1/profiles/{name}}, and {@code /api/v1/profile-files}, which reads
 * the files again. Whoever changes one names the version that they saw, in {@code If-Match} or as a member.
 */
final class ProfileChangeApi {
    static final String YAML = "application/yaml";

    private final ProfileCatalog profiles;
    private final ProfileEditor editor;
    private final ProfileJson json;

    ProfileChangeApi(ProfileCatalog profiles, ProfileEditor editor, ProfileJson json) {
        this.profiles = profiles;
        this.editor = editor;
        this.json = json;
    }

    /**
     * A change as it was sent.
     *
     * @param byHeader whether the version came as a condition (RFC 9110 §13.1.1)
     */
    private record Sent(ProfileChange change, boolean byHeader) {}

    Reply save(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of("why"));
        Sent sent = sent(exchange);
        ProfileChange change = sent.change();
        limited(change.text());
        SaveOutcome outcome = writing(() -> editor.save(exchange.permit(), change));
        return outcome.fold(
                version -> ProfilesApi.tagged(
                        Reply.json(
                                change.basis() == 0 ? 201 : 200,
                                json.of(profiles.entry(change.name()).orElseThrow(), Optional.of(version))),
                        version.number()),
                mistakes -> {
                    throw faulty(mistakes);
                },
                message -> {
                    throw conflict(message, sent.byHeader());
                });
    }

    private static void limited(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > ProfileChange.LONGEST_TEXT) {
            throw new ProblemException(
                    Problem.of(413, "A profile has at most " + ProfileChange.LONGEST_TEXT / 1024 + " KiB of text."));
        }
    }

    /** What saving would change, without any effect. */
    Reply check(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of());
        String name = exchange.variable("name");
        String text = isJson(exchange) ? JsonFields.of(exchange, "text").requiredText("text") : text(exchange);
        limited(text);
        if (editor.check(name, text) instanceof Reading.Faulty wrong) {
            throw faulty(wrong.mistakes());
        }
        ObjectNode body = Json.object().put("name", name);
        Comparison comparison = editor.compare(name, text);
        ProfileJson.changes(body, comparison);
        ProfileJson.lines(body, comparison);
        return Reply.json(200, body);
    }

    Reply remove(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of("why", "version"));
        String name = exchange.variable("name");
        if (profiles.find(name).isEmpty()) {
            throw ProfilesApi.unknown(name);
        }
        Optional<Integer> named = exchange.query().text("version").map(text -> number(text, "version"));
        int basis = named.or(() -> ifMatch(exchange)).orElseThrow(ProfileChangeApi::unconditional);
        return writing(() -> editor.remove(exchange.permit(), name, basis, why(exchange)))
                .fold(
                        version -> Reply.status(204),
                        mistakes -> {
                            throw faulty(mistakes);
                        },
                        message -> {
                            throw conflict(message, named.isEmpty());
                        });
    }

    /** Which files are not what is in force. */
    Reply files(Exchange exchange) {
        ObjectNode body = Json.object();
        editor.unread().forEach(body.putArray("unread")::add);
        faults(body, editor.faults());
        return Reply.json(200, body);
    }

    /** Reads the files again. */
    Reply reload(Exchange exchange) {
        JsonFields.of(exchange);
        Reload reload = editor.reload(exchange.permit());
        ObjectNode body = Json.object();
        ArrayNode taken = body.putArray("taken");
        reload.taken().forEach(version -> taken.add(json.of(version).put("name", version.name())));
        faults(body, reload.faults());
        return Reply.json(200, body);
    }

    private static void faults(ObjectNode body, List<Mistake> mistakes) {
        ArrayNode faults = body.putArray("faults");
        mistakes.forEach(mistake -> faults.addObject()
                .put("file", mistake.file())
                .put("line", mistake.line())
                .put("key", mistake.key())
                .put("message", mistake.message()));
    }

    private static Sent sent(Exchange exchange) {
        String name = exchange.variable("name");
        if (isJson(exchange)) {
            JsonFields fields = JsonFields.of(exchange, "text", "version", "why");
            int version = fields.number("version").orElseThrow(ProfileChangeApi::unconditional);
            String why = fields.text("why").map(ProfileChangeApi::short500).orElseGet(() -> why(exchange));
            return new Sent(new ProfileChange(name, fields.requiredText("text"), version, why), false);
        }
        String text = text(exchange);
        boolean isNew =
                exchange.head().header("If-None-Match").filter("*"::equals).isPresent();
        int basis = isNew ? 0 : ifMatch(exchange).orElseThrow(ProfileChangeApi::unconditional);
        return new Sent(new ProfileChange(name, text, basis, why(exchange)), true);
    }

    private static boolean isJson(Exchange exchange) {
        return exchange.head().contentType().filter("application/json"::equals).isPresent();
    }

    private static String text(Exchange exchange) {
        if (exchange.head().contentType().filter(YAML::equals).isEmpty()) {
            throw new ProblemException(Problem.of(
                    415,
                    "This takes a profile in YAML (Content-Type: application/yaml) or JSON with the member \"text\", not "
                            + exchange.head().contentType().map(LogText::escape).orElse("a body without a Content-Type")
                            + "."));
        }
        byte[] octets = exchange.body(ProfileChange.LONGEST_TEXT);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.badRequest("The body is not UTF-8 text."));
        }
    }

    private static Optional<Integer> ifMatch(Exchange exchange) {
        return exchange.head().header("If-Match").map(tag -> number(tag.replaceFirst("^\"(.*)\"$", "$1"), "If-Match"));
    }

    private static int number(String text, String what) {
        if (!text.matches("[0-9]{1,9}")) {
            throw Values.problem(
                    400, "number-form", what, what + " is the number of a version, not " + Values.quoted(text) + ".");
        }
        return Integer.parseInt(text);
    }

    private static String why(Exchange exchange) {
        return exchange.query().text("why").map(ProfileChangeApi::short500).orElse("");
    }

    private static String short500(String why) {
        if (why.length() > ProfileChange.LONGEST_WHY) {
            throw Values.problem(
                    400, "why-length", "why", "why has at most " + ProfileChange.LONGEST_WHY + " characters.");
        }
        return why.strip();
    }

    private static ProblemException unconditional() {
        return new ProblemException(Problem.of(
                428,
                "Name the version that you have changed, so that nobody's change is lost: If-Match with the ETag of the"
                        + " profile, or \"version\" in JSON. For a new profile: If-None-Match: *, or version 0."));
    }

    private static ProblemException conflict(String message, boolean byHeader) {
        return new ProblemException(
                Problem.of(byHeader ? 412 : 409, Objection.of("profile-changed", "version", message)));
    }

    private static ProblemException faulty(List<Mistake> mistakes) {
        return new ProblemException(Problem.of(
                422,
                mistakes.stream()
                        .map(mistake -> Objection.of(
                                "profile-mistake", mistake.key().isEmpty() ? "text" : mistake.key(), mistake.words()))
                        .toList()));
    }

    /** The disk's own words, since an administrator is who can mend it. */
    private static SaveOutcome writing(java.util.function.Supplier<SaveOutcome> step) {
        try {
            return step.get();
        } catch (FolderFaultException e) {
            throw new ProblemException(Problem.of(500, String.valueOf(e.getMessage())));
        }
    }
}
