package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiAnswer;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.CertificateFacts;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.files.CsrFile;
import dev.chancery.server.command.files.KeyBundle;
import dev.chancery.server.command.files.OutputFile;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** {@code issue --csr}: the key is somebody's own; only the certificate comes back. */
record IssuedForCsr(IssueCommand command, Wanted wanted, String csr, Optional<Path> out, boolean force) {

    void run(ApiClient api, Screen screen) {
        Optional<OutputFile> file = out.map(path -> new OutputFile(path, force));
        file.ifPresent(OutputFile::check);
        String request = CsrFile.read(csr, command.here.standardInput());
        ApiAnswer answer = command.answer(api, screen, wanted.request(request, command.here.random()));
        if (answer.status() == ApiAnswer.ACCEPTED) {
            if (!command.json) {
                Waiting.of(answer)
                        .print(
                                screen,
                                command.server,
                                out.map(path -> "--format chain --out " + path).orElse("--format chain"));
            }
            return;
        }
        Fields fields = Fields.of(answer);
        String pem = KeyBundle.pem(CertificateFacts.withoutRoot(CertificateFacts.withChain(fields)));
        CertificateFacts certificate = CertificateFacts.of(fields);
        file.ifPresent(target -> write(target, pem, certificate));
        tell(screen, certificate, pem);
    }

    private void write(OutputFile file, String pem, CertificateFacts certificate) {
        try {
            file.writePublic(pem.getBytes(StandardCharsets.US_ASCII));
        } catch (CommandFailedException e) {
            throw CommandFailedException.refused(
                    e.getMessage() + "\nThe certificate was issued all the same. Fetch it: "
                            + command.server.command("show " + certificate.serial() + " --format chain --out FILE"));
        }
    }

    private void tell(Screen screen, CertificateFacts certificate, String pem) {
        if (command.json) {
            return;
        }
        if (out.isEmpty()) {
            screen.raw(pem);
            screen.note("Issued " + certificate.shortNames() + ", serial " + certificate.serial() + ", ends "
                    + command.here.times().both(certificate.notAfter()) + ".");
            return;
        }
        CertificateText.print(screen, command.here.times(), certificate);
        screen.field("Written to", out.get() + " (certificate and chain)");
    }
}
