package dev.chancery.server.command;

import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ServerAddress;
import dev.chancery.server.command.client.ServerFile;
import dev.chancery.server.command.client.Trust;
import dev.chancery.server.command.files.SecretFile;
import dev.chancery.server.command.report.CommandFailedException;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which server to talk to, and as whom. */
final class ServerOptions {
    private static final Path STANDARD_DATA = Path.of("data");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory of the server on this machine. Default: ./data")
    private Path data = STANDARD_DATA;

    @Option(names = "--server", paramLabel = "URL", description = "A server elsewhere: https://HOST:PORT")
    private Optional<URI> server = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "API token, in the first line. Default: admin.token in the data directory")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Root certificate (PEM) of that server. Default: what server.json names; with --server, the"
                    + " roots that Java trusts")
    private Optional<Path> caFile = Optional.empty();

    ApiClient connect() {
        return new ApiClient(server.map(this::elsewhere).orElseGet(this::here));
    }

    /** Where that server's files are, when it is one of this machine. */
    Path dataDirectory() {
        return data;
    }

    boolean isElsewhere() {
        return server.isPresent();
    }

    /** {@code ./chancery} with the options that lead to the same server. */
    String command(String rest) {
        StringBuilder command = new StringBuilder("./chancery ").append(rest);
        if (!data.equals(STANDARD_DATA) && server.isEmpty()) {
            command.append(" --data ").append(data);
        }
        server.ifPresent(url -> command.append(" --server ").append(url));
        tokenFile.ifPresent(file -> command.append(" --token-file ").append(file));
        caFile.ifPresent(file -> command.append(" --ca-file ").append(file));
        return command.toString();
    }

    private ServerAddress here() {
        ServerFile found = ServerFile.read(data);
        Path token = tokenFile.orElse(data.resolve("admin.token"));
        return new ServerAddress(
                found.httpsUrl(),
                found.httpUrl(),
                caFile.map(Trust::readPem).orElse(found.root()),
                token(token),
                token.toString(),
                data.resolve("server.json") + ", written by process " + found.pid()
                        + (found.alive() ? "" : ", which has ended"),
                ServerFile.startCommand(data));
    }

    private ServerAddress elsewhere(URI url) {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw CommandFailedException.wrongUsage("--server " + url
                    + " is no address of the API: write https://HOST:PORT. Tokens never travel unencrypted.");
        }
        Path token = tokenFile.orElseThrow(() -> CommandFailedException.wrongUsage(
                "--server also needs --token-file FILE. An administrator makes a token with:"
                        + " ./chancery user token add NAME"));
        List<EncodedCertificate> roots = caFile.map(Trust::readPem).orElse(List.of());
        return new ServerAddress(url, url, roots, token(token), token.toString(), "--server", "");
    }

    private static Secret token(Path file) {
        Secret token = SecretFile.read(file, "token");
        char[] characters = token.reveal();
        boolean good = CharBuffer.wrap(characters).chars().allMatch(c -> c > 0x20 && c < 0x7f);
        java.util.Arrays.fill(characters, '\0');
        if (!good) {
            throw CommandFailedException.refused(
                    "The first line of " + file + " is no token: a token has no spaces and only ASCII characters.");
        }
        return token;
    }
}
