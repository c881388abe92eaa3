package dev.chancery.server.command.client;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SubjectName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate as the API tells it, in a list or by itself.
 *
 * @param names the alternative names without their kind; the common name where there are none
 * @param status {@code valid}, {@code held}, {@code revoked} or {@code expired}
 */
public record CertificateFacts(
        String serial,
        String issuer,
        String subject,
        List<String> names,
        Instant notBefore,
        Instant notAfter,
        String profile,
        Optional<String> profileVersion,
        String requester,
        String status,
        Optional<Revoked> revoked) {
    private static final Pattern PEM = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----\\s?");

    public CertificateFacts {
        names = List.copyOf(names);
    }

    /** @param reason by its RFC 5280 name */
    public record Revoked(Instant at, String reason, Optional<Instant> invalidityDate) {}

    public static CertificateFacts of(Fields fields) {
        String subject = fields.optionalText("subject").orElse("");
        List<String> names = fields.texts("sans").stream()
                .map(name -> name.substring(name.indexOf(':') + 1))
                .toList();
        return new CertificateFacts(
                fields.text("serial"),
                fields.optionalText("issuer").orElse(""),
                subject,
                names.isEmpty() ? List.of(shortName(subject)) : names,
                fields.instant("notBefore"),
                fields.instant("notAfter"),
                fields.optionalText("profile").orElse(""),
                fields.optionalText("profileVersion"),
                fields.optionalText("requester").orElse(""),
                fields.optionalText("status").orElse(""),
                fields.object("revocation")
                        .map(revocation -> new Revoked(
                                revocation.instant("revokedAt"),
                                revocation.text("reason"),
                                revocation.optionalInstant("invalidityDate"))));
    }

    private static String shortName(String subject) {
        try {
            return SubjectName.parse(subject).shortName();
        } catch (IllegalArgumentException e) {
            return subject;
        }
    }

    /** {@code web01.lab.example.com and 2 more}. */
    public String shortNames() {
        return names.size() == 1 ? names.get(0) : names.get(0) + " and " + (names.size() - 1) + " more";
    }

    /** The certificate and the CAs above it up to the root, from an answer that carries them. */
    public static List<EncodedCertificate> withChain(Fields fields) {
        List<EncodedCertificate> certificates = new ArrayList<>();
        Matcher block = PEM.matcher(
                fields.text("certificate") + "\n" + fields.optionalText("chain").orElse(""));
        try {
            while (block.find()) {
                certificates.add(EncodedCertificate.ofPem(block.group()));
            }
        } catch (IllegalArgumentException e) {
            throw new UnexpectedAnswerException("holds a certificate that cannot be read: " + e.getMessage());
        }
        if (certificates.isEmpty()) {
            throw new UnexpectedAnswerException("holds no certificate.");
        }
        return certificates;
    }

    /** What a TLS server sends: all but the root, which the other side has or must not believe (RFC 8446 §4.4.2). */
    public static List<EncodedCertificate> withoutRoot(List<EncodedCertificate> certificates) {
        List<EncodedCertificate> sent = new ArrayList<>(certificates.subList(0, 1));
        certificates.stream().skip(1).filter(ca -> !ca.selfIssued()).forEach(sent::add);
        return sent;
    }
}
