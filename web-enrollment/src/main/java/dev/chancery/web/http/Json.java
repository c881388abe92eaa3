package dev.chancery.web.http;

import dev.chancery.core.x509.Objection;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Strict JSON: one value, no duplicate keys, shallow, and nothing after it. */
public final class Json {
    private static final int MAXIMUM_DEPTH = 16;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAXIMUM_DEPTH)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** @throws ProblemException 400 with line and column when it is no JSON */
    public static JsonNode read(byte[] octets) {
        try {
            return MAPPER.readTree(octets);
        } catch (JacksonException e) {
            throw new ProblemException(Problem.of(400, Objection.of("json-syntax", "body", place(e))));
        }
    }

    private static String place(JacksonException e) {
        String reason =
                LogText.escape(e.getOriginalMessage().lines().findFirst().orElse(""));
        return e.getLocation() == null
                ? "The body is not JSON: " + reason
                : "The body is not JSON, line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ": " + reason;
    }

    public static byte[] write(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }
}
