package dev.chancery.server.command;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.pfx.GeneratedKey;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.server.command.client.ApiAnswer;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.CertificateFacts;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.files.KeyBundle;
import dev.chancery.server.command.files.OutputFile;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code issue} without a CSR: the key is made here, and leaves this process only into the file. */
record IssuedKey(
        IssueCommand command, Wanted wanted, KeyAlgorithm algorithm, Path out, PfxPassword password, boolean force) {

    static boolean isPfx(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(pfx|p12)");
    }

    void run(ApiClient api, Screen screen) {
        OutputFile file = new OutputFile(out, force);
        OutputFile keyAlone = new OutputFile(keyFile(), force);
        file.check();
        keyAlone.check();
        Optional<PfxPassword.Chosen> chosen = isPfx(out) ? Optional.of(password.choose()) : Optional.empty();
        GeneratedKey key = GeneratedKey.make(algorithm, command.here.random());
        ApiAnswer answer = command.answer(api, screen, wanted.request(key.requestPem(), command.here.random()));
        if (answer.status() == ApiAnswer.ACCEPTED) {
            keep(key, keyAlone, Waiting.of(answer), screen);
            return;
        }
        Fields fields = Fields.of(answer);
        CertificateFacts certificate = CertificateFacts.of(fields);
        write(file, new KeyBundle(key, CertificateFacts.withChain(fields)), chosen, certificate);
        tell(screen, certificate, chosen);
    }

    private void write(
            OutputFile file, KeyBundle bundle, Optional<PfxPassword.Chosen> chosen, CertificateFacts certificate) {
        try {
            if (chosen.isPresent()) {
                bundle.writePfx(file, wanted.firstName(), chosen.get().secret());
            } else {
                List<EncodedCertificate> sent = CertificateFacts.withoutRoot(bundle.certificates());
                new KeyBundle(bundle.key(), sent).writePem(file);
            }
        } catch (CommandFailedException e) {
            throw CommandFailedException.refused(e.getMessage()
                    + "\nThe certificate was issued, but its key is lost with this process. Revoke it, and ask again: "
                    + command.server.command("revoke " + certificate.serial() + " --reason cessationOfOperation"));
        }
    }

    private void tell(Screen screen, CertificateFacts certificate, Optional<PfxPassword.Chosen> chosen) {
        if (!command.json) {
            CertificateText.print(screen, command.here.times(), certificate);
            screen.field("Written to", out + " (key, certificate and chain; mode 0600)");
        }
        chosen.filter(PfxPassword.Chosen::madeUp).ifPresent(password -> show(screen, password));
        chosen.ifPresent(used -> used.secret().close());
    }

    /** To standard error where standard output is the API's. */
    private void show(Screen screen, PfxPassword.Chosen password) {
        char[] characters = password.secret().reveal();
        String text = new String(characters);
        Arrays.fill(characters, '\0');
        if (command.json) {
            screen.note("Password of " + out + ", shown this once: " + text);
        } else {
            screen.field("Password", text + "   (shown this once)");
        }
    }

    /** The key waits beside the place of its certificate; nobody could make it again. */
    private void keep(GeneratedKey key, OutputFile keyAlone, Waiting waiting, Screen screen) {
        byte[] pem = key.pem();
        try {
            keyAlone.writePrivate(pem);
        } catch (CommandFailedException e) {
            throw CommandFailedException.refused(e.getMessage() + "\nRequest " + waiting.id()
                    + " waits for an officer, but its key is lost with this process. Have it denied, and ask again: "
                    + command.server.command("request deny " + waiting.id()));
        } finally {
            Arrays.fill(pem, (byte) 0);
        }
        if (command.json) {
            screen.note("The private key is in " + keyFile() + ".");
            return;
        }
        waiting.print(screen, command.server, "--format chain --out " + certificateFile());
        screen.line("Its private key is in   " + keyFile() + " (mode 0600). Keep it until then.");
        if (isPfx(out)) {
            screen.line("Join the two with       openssl pkcs12 -export -inkey " + keyFile() + " -in "
                    + certificateFile() + " -out " + out);
        }
    }

    private Path keyFile() {
        return out.resolveSibling(out.getFileName() + ".key.pem");
    }

    private Path certificateFile() {
        return isPfx(out) ? out.resolveSibling(out.getFileName() + ".crt.pem") : out;
    }
}
