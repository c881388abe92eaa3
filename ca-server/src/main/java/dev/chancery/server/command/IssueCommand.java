package dev.chancery.server.command;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.report.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chancery issue}. */
@Command(
        name = "issue",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for a certificate: for a CSR, or for a key that is made on this machine.",
            "Where an officer must approve, it says how to collect the certificate later."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery issue --profile tls-server --csr web01.csr --out web01.pem",
            "  ./chancery issue --profile tls-server --csr - < web01.csr > web01.pem",
            "  ./chancery issue --profile tls-server --dns a.example.com --out a.pem",
            "  ./chancery issue --profile tls-server --dns a.example.com b.example.com \\",
            "             --ip 10.0.0.7 --key rsa-2048 --out a.pfx",
            "",
            "Without --csr, a PEM file holds the key, the certificate and its chain;",
            "a PFX file the same, under a password.",
            "With --csr and without --out, the certificate and its chain go to standard",
            "output."
        })
final class IssueCommand extends OnlineCommand {
    @Option(
            names = "--profile",
            required = true,
            paramLabel = "NAME",
            description = "Which kind: ./chancery profile list")
    private String profile = "";

    @Option(names = "--csr", paramLabel = "FILE", description = "PKCS#10 in PEM or DER; - for standard input.")
    private Optional<String> csr = Optional.empty();

    @Option(
            names = "--dns",
            arity = "1..*",
            paramLabel = "NAME",
            description = "Host names. With a CSR, names given here replace all of its names.")
    private List<String> dns = List.of();

    @Option(names = "--ip", arity = "1..*", paramLabel = "ADDRESS", description = "IP addresses, like --dns.")
    private List<String> ip = List.of();

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "Subject, \"CN=web01,O=Example\"; where the profile takes one.")
    private Optional<String> subject = Optional.empty();

    @Option(
            names = "--validity",
            paramLabel = "LENGTH",
            description = "P90D, P1Y, \"90 days\". Default: the profile's.")
    private Optional<String> validity = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "KIND",
            converter = KeyKindName.class,
            completionCandidates = KeyKindName.class,
            description = "Key to make when there is no CSR: ${COMPLETION-CANDIDATES}. Default: ec-p256")
    private Optional<KeyAlgorithm> key = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Write it there; .pfx and .p12 make a PFX, others PEM.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "Password for a PFX. Default: asked for, or where nobody can be asked a random one, shown once.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    IssueCommand(Surroundings here) {
        super(here);
    }

    @Override
    void checkUsage() {
        boolean pfx = out.filter(IssuedKey::isPfx).isPresent();
        if (csr.isPresent()) {
            refuse(pfx, "A PFX holds the private key, which is not in a CSR. Give --out FILE.pem.");
            refuse(key.isPresent(), "--key makes a key, but --csr brings one. Give one of the two.");
            refuse(passwordFile.isPresent(), "--password-file is for a PFX, which is not made from a CSR.");
        } else {
            refuse(dns.isEmpty() && ip.isEmpty() && subject.isEmpty(), "Say for whom: --csr FILE, or --dns NAME.");
            refuse(out.isEmpty(), "Say where the new key and its certificate go: --out FILE.pem or --out FILE.pfx");
            refuse(passwordFile.isPresent() && !pfx, "--password-file is for a PFX: --out FILE.pfx");
        }
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw wrongUsage(message);
        }
    }

    @Override
    void run(ApiClient api, Screen screen) {
        Wanted wanted = new Wanted(profile, dns, ip, subject, validity);
        if (csr.isPresent()) {
            new IssuedForCsr(this, wanted, csr.get(), out, force).run(api, screen);
        } else {
            new IssuedKey(
                            this,
                            wanted,
                            key.orElse(KeyAlgorithm.EC_P256),
                            out.orElseThrow(),
                            new PfxPassword(passwordFile, here),
                            force)
                    .run(api, screen);
        }
    }
}
