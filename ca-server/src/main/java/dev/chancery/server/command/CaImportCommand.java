package dev.chancery.server.command;

import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery ca import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Brings in the certificate that an outside root has made of a request (./chancery ca request), with all above",
            "it. From the next start on this server issues and revokes as that CA. The server must be stopped."
        },
        footer = {"", "Example:", "  ./chancery ca import corp corp-chain.pem"})
final class CaImportCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final OfflineOptions data = new OfflineOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The short name that was given with the request.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The certificate and all above it up to the root, in any order: PEM, or PKCS#7 (.p7b, .p7c).")
    private Path file = Path.of("");

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Base of the addresses in its certificates. Default: that of the CAs that are here.")
    private Optional<URI> publicUrl = Optional.empty();

    CaImportCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, this::bring);
    }

    private void bring(Screen screen) {
        List<EncodedCertificate> given = read();
        new KeyMove(data, here).with(opened -> {
            URI base = publicUrl
                    .or(() -> opened.storage().authorities().all().stream()
                            .findFirst()
                            .map(AuthorityAdded::addressesBase))
                    .orElseThrow(() -> CommandFailedException.refused(
                            "There is no CA here yet whose addresses could be taken. Give --public-url http://HOST"));
            EncodedCertificate made = opened.outside(here).admit(opened.permit(), name, given, base);
            screen.line("The CA " + name + " is here: " + made.subject() + ", serial " + made.serial() + ", until "
                    + made.validity().notAfter() + ".");
        });
        screen.line("The next start publishes its CRL and answers OCSP for it. Profiles say which CA signs: write");
        screen.line(
                "issuer: " + name + " into those of " + data.directory().resolve("profiles") + " that it shall sign.");
        screen.line(
                "Whether it is revoked itself, the outside CA tells; validating servers need that CA's CRL as well.");
    }

    private List<EncodedCertificate> read() {
        List<EncodedCertificate> given = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                given.add(new EncodedCertificate(Der.ofOwned(one.getEncoded())));
            }
        } catch (IOException e) {
            throw CommandFailedException.refused(file + " cannot be read: " + e.getMessage());
        } catch (CertificateException | IllegalArgumentException e) {
            throw CommandFailedException.refused(file + " holds no certificates in PEM or PKCS#7: " + e.getMessage());
        }
        if (given.isEmpty()) {
            throw CommandFailedException.refused(file + " holds no certificate.");
        }
        return given;
    }
}
