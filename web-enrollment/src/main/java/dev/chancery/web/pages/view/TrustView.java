package dev.chancery.web.pages.view;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.x509.EncodedCertificate;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The page for whoever must trust this CA.
 *
 * @param organisation whose certificates these are
 * @param roots what to install as trusted
 * @param intermediates what to install beside it, in another store
 * @param authorities every CA with its revocation list
 * @param base of addresses in commands, {@code http://pki.example.com}
 * @param platform the one that the visitor seems to use, whose instructions are open
 */
public record TrustView(
        Frame frame,
        String organisation,
        List<Ca> roots,
        List<Ca> intermediates,
        List<Row> authorities,
        String base,
        Platform platform) {
    public TrustView {
        roots = List.copyOf(roots);
        intermediates = List.copyOf(intermediates);
        authorities = List.copyOf(authorities);
    }

    /** @param file short name, as in {@code /ca/root.crt} */
    public record Ca(String file, String name, List<String> fingerprint, Moment ends, String key, String signature) {
        static Ca of(Issuer issuer, Moments moments) {
            EncodedCertificate certificate = issuer.certificate();
            return new Ca(
                    issuer.name(),
                    certificate.subject().shortName(),
                    Names.fingerprint(certificate),
                    moments.at(certificate.validity().notAfter()),
                    KeyWords.key(certificate),
                    KeyWords.signature(certificate));
        }
    }

    public record Row(String file, String name, Optional<CrlRow> crl) {}

    public static TrustView of(
            Frame frame,
            List<Issuer> issuers,
            Function<String, Optional<SignedCrl>> crls,
            Moments moments,
            URI base,
            Platform platform) {
        List<Issuer> roots = issuers.stream().filter(TrustView::isRoot).toList();
        return new TrustView(
                frame,
                roots.stream()
                        .findFirst()
                        .map(root -> Names.organisation(root.certificate().subject()))
                        .orElse("this CA"),
                roots.stream().map(root -> Ca.of(root, moments)).toList(),
                issuers.stream()
                        .filter(issuer -> !isRoot(issuer))
                        .map(issuer -> Ca.of(issuer, moments))
                        .toList(),
                issuers.stream()
                        .map(issuer -> new Row(
                                issuer.name(),
                                issuer.certificate().subject().shortName(),
                                crls.apply(issuer.name()).map(crl -> CrlRow.of(crl, moments))))
                        .toList(),
                base.toString().replaceFirst("/+$", ""),
                platform);
    }

    private static boolean isRoot(Issuer issuer) {
        return issuer.certificate().selfIssued();
    }

    /** {@code certutil} for every certificate, each into its right store. */
    public String windowsCommands() {
        StringBuilder commands = new StringBuilder();
        roots.forEach(ca ->
                commands.append("certutil -addstore Root ").append(ca.file()).append(".crt\n"));
        intermediates.forEach(ca ->
                commands.append("certutil -addstore CA ").append(ca.file()).append(".crt\n"));
        return commands.toString().strip();
    }

    /** Publishes the first root to a whole Active Directory domain. */
    public String windowsDomainCommand() {
        return "certutil -dspublish -f "
                + roots.stream().map(Ca::file).findFirst().orElse("root") + ".crt RootCA";
    }

    public String debianCommands() {
        return download("/usr/local/share/ca-certificates/", "sudo update-ca-certificates");
    }

    public String fedoraCommands() {
        return download("/etc/pki/ca-trust/source/anchors/", "sudo update-ca-trust");
    }

    public String macCommands() {
        StringBuilder commands = new StringBuilder();
        roots.forEach(ca -> commands.append("sudo security add-trusted-cert -d -r trustRoot \\\n")
                .append("  -k /Library/Keychains/System.keychain ~/Downloads/")
                .append(ca.file())
                .append(".crt\n"));
        return commands.toString().strip();
    }

    public String javaCommands() {
        StringBuilder commands = new StringBuilder();
        roots.forEach(ca -> commands.append("keytool -importcert -cacerts -storepass changeit -alias chancery-")
                .append(ca.file())
                .append(" -file ")
                .append(ca.file())
                .append(".crt\n"));
        return commands.toString().strip();
    }

    /** These tools want PEM under the ending {@code .crt}. */
    private String download(String folder, String then) {
        StringBuilder commands = new StringBuilder();
        roots.forEach(ca -> commands.append("sudo curl -fsS ")
                .append(base)
                .append("/ca/")
                .append(ca.file())
                .append(".pem \\\n  -o ")
                .append(folder)
                .append("chancery-")
                .append(ca.file())
                .append(".crt\n"));
        return commands.append(then).toString();
    }
}
