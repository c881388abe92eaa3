package dev.chancery.server.command;

import dev.chancery.core.ceremony.CaPlan;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.server.command.files.OutputFile;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery ca request}. */
@Command(
        name = "request",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the key of a new CA and a request (PKCS#10) that an outside root signs. What comes back is brought in",
            "with ./chancery ca import. Asked for again, the same key is used. The server must be stopped."
        },
        footer = {"", "Example:", "  ./chancery ca request corp --subject 'CN=Corp CA,O=Example' --out corp.csr"})
final class CaRequestCommand implements Callable<Integer> {
    private static final URI NOT_ASKED_FOR = URI.create("http://localhost");

    private final Surroundings here;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final OfflineOptions data = new OfflineOptions();

    @Parameters(paramLabel = "NAME", description = "Short name of the new CA, as it will stand in URLs: corp.")
    private String name = "";

    @Option(
            names = "--subject",
            paramLabel = "DN",
            required = true,
            description = "Its name in certificates (RFC 4514). The outside CA may change it.")
    private String subject = "";

    @Option(
            names = "--key",
            paramLabel = "KIND",
            converter = KeyKindName.class,
            completionCandidates = KeyKindName.class,
            defaultValue = "rsa-3072",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private KeyAlgorithm key = KeyAlgorithm.RSA_3072;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the request goes, in PEM.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replaces FILE.")
    private boolean force;

    CaRequestCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, this::request);
    }

    private void request(Screen screen) {
        OutputFile file = new OutputFile(out, force);
        file.check();
        CaPlan plan = plan();
        new KeyMove(data, here).with(opened -> {
            Der request = opened.outside(here).request(opened.permit(), plan);
            file.writePublic(Pem.encode("CERTIFICATE REQUEST", request).getBytes(StandardCharsets.US_ASCII));
        });
        screen.line("The request for the CA " + name + " is in " + out + "; its key waits in " + data.directory()
                + " for the certificate.");
        screen.line(
                "Have it signed as a subordinate CA (basicConstraints CA:TRUE; keyUsage keyCertSign and cRLSign), then bring");
        screen.line("the certificate and all above it: " + data.command("ca import " + name + " FILE"));
    }

    private CaPlan plan() {
        try {
            return new CaPlan(
                    name,
                    SubjectName.parse(subject),
                    key,
                    ValidityLength.of("1 day"),
                    OptionalInt.empty(),
                    NOT_ASKED_FOR);
        } catch (IllegalArgumentException e) {
            throw CommandFailedException.refused(String.valueOf(e.getMessage()));
        }
    }
}
