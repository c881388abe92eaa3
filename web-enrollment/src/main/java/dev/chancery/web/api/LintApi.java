package dev.chancery.web.api;

import dev.chancery.core.inspection.Kind;
import dev.chancery.core.inspection.RuleBook;
import dev.chancery.core.lint.Rule;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /api/v1/lint/rules}: what files are judged by. Holds nothing of this server's. */
final class LintApi {
    private static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(LintApi::lower).toList();

    Reply rules(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of("kind"));
        Optional<String> kind = exchange.query().text("kind");
        kind.filter(asked -> !KINDS.contains(asked)).ifPresent(asked -> {
            throw new ProblemException(Problem.of(
                    400,
                    "There are no rules about " + Values.quoted(asked) + "; kind is one of " + String.join(", ", KINDS)
                            + "."));
        });
        ObjectNode body = Json.object();
        ArrayNode rules = body.putArray("rules");
        RuleBook.all().stream()
                .filter(entry -> kind.map(lower(entry.kind())::equals).orElse(true))
                .forEach(entry -> rules.add(json(entry.kind(), entry.rule())));
        return Reply.json(200, body);
    }

    private static ObjectNode json(Kind kind, Rule rule) {
        return Json.object()
                .put("name", rule.id())
                .put("kind", lower(kind))
                .put("severity", lower(rule.severity()))
                .put("severityElsewhere", lower(rule.elsewhere()))
                .put("citation", rule.citation())
                .put("field", rule.field())
                .put("text", rule.text())
                .put("firm", rule.firm().isPresent());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
