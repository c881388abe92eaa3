package dev.chancery.server.command.client;

import dev.chancery.core.x509.Der;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered. */
public record ApiAnswer(int status, String contentType, Der body) {
    public static final int ACCEPTED = 202;

    public boolean good() {
        return status >= 200 && status < 300;
    }

    public String text() {
        return new String(body.unsafeOctets(), StandardCharsets.UTF_8);
    }

    public boolean isJson() {
        return contentType.matches("application/([a-z.]+\\+)?json\\b.*");
    }

    /** @throws UnexpectedAnswerException when it is something else */
    public JsonNode json() {
        try {
            return new JsonMapper().readTree(body.unsafeOctets());
        } catch (JacksonException e) {
            throw new UnexpectedAnswerException("is no JSON: " + e.getOriginalMessage());
        }
    }
}
