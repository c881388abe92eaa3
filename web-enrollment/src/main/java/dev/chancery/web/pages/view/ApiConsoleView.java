package dev.chancery.web.pages.view;

import java.util.List;

/**
 * The API, to read and to try.
 *
 * @param origin of this server, {@code https://pki.example.com:8443}
 * @param script address of the console's own script
 * @param summary of the whole API, from its document
 */
public record ApiConsoleView(Frame frame, String origin, String script, String summary, List<Group> groups) {
    public ApiConsoleView {
        groups = List.copyOf(groups);
    }

    /** @param anchor within the page */
    public record Group(String name, String anchor, List<Operation> operations) {
        public Group {
            operations = List.copyOf(operations);
        }
    }

    /**
     * @param id the document's operationId
     * @param curl the same as a command; the token comes from the environment
     * @param body an example of what is sent, empty when nothing is
     * @param bodyType media type of the body, possibly empty
     */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            List<Parameter> parameters,
            String bodyType,
            String body,
            List<Answer> answers,
            String curl) {
        public Operation {
            parameters = List.copyOf(parameters);
            answers = List.copyOf(answers);
        }
    }

    /** @param allowed values or a pattern, possibly empty */
    public record Parameter(String name, String place, boolean required, String description, String allowed) {}

    public record Answer(String status, String description) {}
}
