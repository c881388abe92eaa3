package dev.chancery.server.command.client;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.server.command.report.CommandFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code server.json} in a data directory, which a server writes when its listeners accept.
 *
 * @param pid of the process that wrote it
 * @param root the root certificate; none when the file names none
 */
public record ServerFile(long pid, URI httpUrl, URI httpsUrl, List<EncodedCertificate> root) {
    static final String NAME = "server.json";

    public ServerFile {
        root = List.copyOf(root);
    }

    /** Ends the command when there is none: no server has been started there. */
    public static ServerFile read(Path data) {
        Path file = data.resolve(NAME);
        try {
            JsonNode json = new JsonMapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
            String root = json.path("root").asString("");
            return new ServerFile(
                    json.path("pid").asLong(0),
                    URI.create(json.path("httpUrl").asString("")),
                    URI.create(json.path("httpsUrl").asString("")),
                    root.isEmpty() ? List.of() : List.of(EncodedCertificate.ofPem(root)));
        } catch (NoSuchFileException e) {
            throw CommandFailedException.notReachable("No server runs on the data directory " + data + ": there is no "
                    + file + ".\nStart one: " + startCommand(data)
                    + "\nOr name one that runs elsewhere: --server URL --token-file FILE");
        } catch (AccessDeniedException e) {
            throw CommandFailedException.refused("This user may not read " + file
                    + ". Be the user who runs the server, or use --server URL --token-file FILE.");
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw CommandFailedException.refused(
                    file + " cannot be read: " + e.getMessage() + "\nStart the server again, it writes the file anew.");
        }
    }

    public boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** What a user types to start a server there. */
    public static String startCommand(Path data) {
        return data.equals(Path.of("data")) ? "./chancery serve" : "./chancery serve --data " + data;
    }
}
