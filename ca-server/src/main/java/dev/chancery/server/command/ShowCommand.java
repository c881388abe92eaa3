package dev.chancery.server.command;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.CertificateFacts;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.files.KeyBundle;
import dev.chancery.server.command.files.OutputFile;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chancery show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a certificate, or writes it to a file.",
        footer = {
            "",
            "Examples:",
            "  ./chancery show 4f1a09c2d8e75b3610aa54c7b1f0e629",
            "  ./chancery show 4F:1A:09:C2:D8:E7:5B:36:10:AA:54:C7:B1:F0:E6:29 --out a.p7b",
            "  ./chancery show 4f1a09c2d8e75b3610aa54c7b1f0e629 --format chain > a.pem"
        })
final class ShowCommand extends OnlineCommand {
    /** What a certificate can be written as. */
    enum Format {
        /** The certificate alone, PEM. */
        PEM,
        /** The certificate alone, DER. */
        DER,
        /** The certificate and every CA above it, PKCS#7. */
        P7B,
        /** The certificate and the CAs above it but the root, PEM: what a TLS server sends. */
        CHAIN;

        static Format of(Path file) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".p7b") || name.endsWith(".p7c")) {
                return P7B;
            }
            return name.matches(".*\\.(crt|cer|der)") ? DER : PEM;
        }
    }

    @Parameters(paramLabel = "SERIAL", description = "Hexadecimal; colons and upper case are accepted.")
    private String serial = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Write it there. The name's ending chooses the format.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "pem, der, p7b (with its chain), or chain (PEM with its chain, for a TLS server).")
    private Optional<Format> format = Optional.empty();

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    ShowCommand(Surroundings here) {
        super(here);
    }

    @Override
    void checkUsage() {
        if (json && (out.isPresent() || format.isPresent())) {
            throw wrongUsage("--json prints the API's answer; leave --out and --format away.");
        }
        out.ifPresent(file -> new OutputFile(file, force).check());
    }

    @Override
    void run(ApiClient api, Screen screen) {
        if (out.isEmpty() && format.isEmpty()) {
            ask(api, screen, ApiRequest.get("certificates", serial), fields -> {
                CertificateText.print(screen, here.times(), CertificateFacts.of(fields));
                fields.optionalText("fingerprint")
                        .ifPresent(
                                hex -> screen.field("SHA-256", Der.fromHex(hex).colonHex()));
            });
            return;
        }
        Format wanted = format.orElseGet(() -> Format.of(out.orElseThrow()));
        byte[] content = fetch(api, wanted);
        out.ifPresentOrElse(
                file -> {
                    new OutputFile(file, force).writePublic(content);
                    screen.line("Written to " + file + ".");
                },
                () -> print(content));
    }

    private byte[] fetch(ApiClient api, Format wanted) {
        return switch (wanted) {
            case PEM -> file(api, ".pem");
            case DER -> file(api, ".crt");
            case P7B -> file(api, ".p7b");
            case CHAIN -> chain(api);
        };
    }

    private byte[] file(ApiClient api, String ending) {
        return api.demand(ApiRequest.get("certificates", serial + ending))
                .body()
                .octets();
    }

    private byte[] chain(ApiClient api) {
        Fields fields = Fields.of(api.demand(ApiRequest.get("certificates", serial)));
        java.util.List<EncodedCertificate> sent = CertificateFacts.withoutRoot(CertificateFacts.withChain(fields));
        return KeyBundle.pem(sent).getBytes(StandardCharsets.US_ASCII);
    }

    private void print(byte[] content) {
        try {
            here.standardOutput().write(content);
            here.standardOutput().flush();
        } catch (IOException e) {
            throw CommandFailedException.refused("Standard output cannot be written: " + e.getMessage());
        }
    }
}
