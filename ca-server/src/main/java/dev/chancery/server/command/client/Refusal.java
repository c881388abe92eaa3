package dev.chancery.server.command.client;

import dev.chancery.server.command.report.CommandFailedException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Problem details (RFC 9457) in lines for people. */
final class Refusal {
    private static final int UNAUTHORIZED = 401;

    private Refusal() {}

    static CommandFailedException of(ApiAnswer answer, ServerAddress server) {
        List<String> lines = new ArrayList<>();
        if (answer.status() == UNAUTHORIZED) {
            lines.add("The server does not accept the token of " + server.tokenFrom() + ".");
        }
        lines.addAll(problem(answer));
        if (answer.status() == UNAUTHORIZED) {
            lines.add("Give another with --token-file FILE. An administrator makes one with:"
                    + " ./chancery user token add NAME");
        }
        return CommandFailedException.refused(String.join("\n", lines));
    }

    private static List<String> problem(ApiAnswer answer) {
        try {
            if (answer.isJson()) {
                return lines(answer.json());
            }
        } catch (JacksonException | UnexpectedAnswerException e) {
            // Then the status must say enough.
        }
        String text = answer.text().lines().findFirst().orElse("");
        return List.of("The server answered " + answer.status() + (text.isEmpty() ? "." : ": " + text));
    }

    private static List<String> lines(JsonNode problem) {
        List<String> lines = new ArrayList<>();
        for (JsonNode finding : problem.path("findings")) {
            String field = finding.path("field").asString("");
            String suggestion = finding.path("suggestion").asString("");
            lines.add((field.isEmpty() ? "" : field + ": ")
                    + finding.path("message").asString("")
                    + (suggestion.isEmpty() ? "" : " Try: " + suggestion));
        }
        if (lines.isEmpty()) {
            String title = problem.path("title").asString("Refused");
            lines.add(problem.path("detail").asString(title));
        }
        return lines;
    }
}
