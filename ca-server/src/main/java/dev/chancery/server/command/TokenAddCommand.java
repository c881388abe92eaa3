package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.files.OutputFile;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code chancery user token add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Makes an API token for an account, shown once or written to a file.",
        footer = {
            "",
            "Examples:",
            "  ./chancery user token add ci --label 'build server' \\",
            "             --expires 2027-01-01 --out ci.token",
            "  ./chancery list --server https://ca.example.com:8443 \\",
            "             --token-file ci.token --ca-file root.pem"
        })
final class TokenAddCommand extends OnlineCommand {
    @Parameters(paramLabel = "USER")
    private String name = "";

    @Option(names = "--label", required = true, paramLabel = "TEXT", description = "What it is for.")
    private String label = "";

    @Option(
            names = "--expires",
            paramLabel = "DATE",
            converter = Moment.class,
            description = "Until when it is accepted. Default: until it is removed")
    private Optional<Instant> expires = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Write it there, mode 0600, instead of showing it.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    TokenAddCommand(Surroundings here) {
        super(here);
    }

    @Override
    void checkUsage() {
        if (json && out.isPresent()) {
            throw wrongUsage("--json prints the API's answer with the token in it; leave --out away.");
        }
        out.ifPresent(file -> new OutputFile(file, force).check());
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("label", label);
        expires.ifPresent(end -> body.put("expires", end.toString()));
        ask(api, screen, ApiRequest.post(body, "users", name, "tokens"), token -> {
            screen.field("Token", token.text("id") + ", " + token.text("label"));
            screen.field(
                    "Ends",
                    token.optionalInstant("expires").map(here.times()::both).orElse("when it is removed"));
            out.ifPresentOrElse(
                    file -> write(screen, file, token),
                    () -> screen.field("Secret", token.text("token") + "   (shown this once)"));
        });
    }

    private void write(Screen screen, Path file, Fields token) {
        try {
            new OutputFile(file, force).writePrivate((token.text("token") + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (CommandFailedException e) {
            throw CommandFailedException.refused(e.getMessage() + "\nThe token is lost; remove it: "
                    + server.command("user token remove " + name + " " + token.text("id")));
        }
        screen.field("Written to", file + " (mode 0600)");
    }
}
