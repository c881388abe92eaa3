package dev.chancery.server.backup;

import dev.chancery.core.x509.Der;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says about itself, in its {@code backup.json}.
 *
 * @param made when it was made
 * @param record the last record of the journal in it
 * @param time of that record
 * @param hash of that record
 */
public record BackupFacts(Instant made, long record, Instant time, Der hash) {
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = new JsonMapper();

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(JSON.createObjectNode()
                        .put("format", FORMAT)
                        .put("made", made.toString())
                        .put("record", record)
                        .put("time", time.toString())
                        .put("hash", hash.hex()));
    }

    static BackupFacts read(byte[] json) {
        try {
            JsonNode node = JSON.readTree(json);
            int format = node.path("format").asInt();
            if (format != FORMAT) {
                throw new BackupRefusedException("The backup has the format " + format + ", and this Chancery knows "
                        + FORMAT + " only. Restore it with the version that made it, or a newer one.");
            }
            return new BackupFacts(
                    Instant.parse(node.path("made").asString()),
                    node.path("record").asLong(),
                    Instant.parse(node.path("time").asString()),
                    Der.fromHex(node.path("hash").asString()));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new BackupRefusedException(
                    "The backup's " + BackupArchive.FACTS + " cannot be read: " + e.getMessage());
        }
    }
}
