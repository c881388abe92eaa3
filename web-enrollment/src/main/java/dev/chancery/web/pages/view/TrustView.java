package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.x509.EncodedCertificate;
import java.net.URI;
import java.util.List;
import java.util.Locale;
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
 * @param check address over HTTPS that a browser opens only when it trusts this CA; empty when this server has none
 * @param secure whether this page itself came over HTTPS
 */
public record TrustView(
        Frame frame,
        String organisation,
        List<Ca> roots,
        List<Ca> intermediates,
        List<Row> authorities,
        String base,
        Platform platform,
        String check,
        boolean secure) {
    public TrustView {
        roots = List.copyOf(roots);
        intermediates = List.copyOf(intermediates);
        authorities = List.copyOf(authorities);
    }

    /**
     * @param file short name, as in {@code /ca/root.crt}
     * @param sha256 of the file, in upper case, as {@code Get-FileHash} says it
     */
    public record Ca(
            String file,
            String name,
            List<String> fingerprint,
            String sha256,
            Moment ends,
            String key,
            String signature) {
        static Ca of(Issuer issuer, Moments moments) {
            EncodedCertificate certificate = issuer.certificate();
            return new Ca(
                    issuer.name(),
                    certificate.subject().shortName(),
                    Names.fingerprint(certificate),
                    certificate.fingerprint().hex().toUpperCase(Locale.ROOT),
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
            Platform platform,
            String check) {
        List<Issuer> roots = issuers.stream().filter(TrustView::isRoot).toList();
        return new TrustView(
                frame,
                roots.stream()
                        .findFirst()
                        .map(root -> Names.organisation(root.certificate().subject()))
                        .orElse(plain("trust.thisCa")),
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
                platform,
                check,
                check.startsWith("/"));
    }

    private static boolean isRoot(Issuer issuer) {
        return issuer.certificate().selfIssued();
    }

    /** What to copy into a terminal. */
    public TrustCommands commands() {
        return new TrustCommands(base, roots, intermediates);
    }
}
