package dev.chancery.publisher.serve;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.util.CollectionStore;

/** {@code NAME.crt} (DER), {@code NAME.pem}, {@code NAME.p7c} (certs-only, RFC 5272) and {@code NAME-chain.pem}. */
final class CaFiles {
    private final Map<String, ServedFile> made = new ConcurrentHashMap<>();

    Optional<ServedFile> find(String file, IssuerRegistry issuers) {
        ServedFile known = made.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ServedFile> fresh = make(file, issuers);
        fresh.ifPresent(ready -> made.put(file, ready));
        return fresh;
    }

    private static Optional<ServedFile> make(String file, IssuerRegistry issuers) {
        if (file.endsWith("-chain.pem")) {
            return issuers.find(file.substring(0, file.length() - "-chain.pem".length()))
                    .map(issuer -> pem(issuer, whole(issuer)));
        }
        int dot = file.lastIndexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        Optional<Issuer> issuer = issuers.find(file.substring(0, dot));
        return switch (file.substring(dot)) {
            case ".crt" -> issuer.map(ca -> served(ca, ca.certificate().der().octets(), "application/pkix-cert"));
            case ".pem" -> issuer.map(ca -> pem(ca, List.of(ca.certificate())));
            case ".p7c" -> issuer.map(ca -> served(ca, certsOnly(whole(ca)), "application/pkcs7-mime"));
            default -> Optional.empty();
        };
    }

    private static List<EncodedCertificate> whole(Issuer issuer) {
        List<EncodedCertificate> chain = new ArrayList<>();
        chain.add(issuer.certificate());
        chain.addAll(issuer.chain());
        return chain;
    }

    private static ServedFile pem(Issuer issuer, List<EncodedCertificate> certificates) {
        StringBuilder text = new StringBuilder();
        certificates.forEach(certificate -> text.append(certificate.pem()));
        return served(issuer, text.toString().getBytes(StandardCharsets.US_ASCII), "application/x-pem-file");
    }

    private static byte[] certsOnly(List<EncodedCertificate> certificates) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addCertificates(new CollectionStore<>(certificates.stream()
                    .map(certificate -> new X509CertificateHolder(certificate.structure()))
                    .toList()));
            return generator.generate(new CMSAbsentContent()).getEncoded();
        } catch (CMSException | IOException e) {
            throw new IllegalStateException("a certs-only message of existing certificates", e);
        }
    }

    private static ServedFile served(Issuer issuer, byte[] octets, String contentType) {
        return ServedFile.of(
                octets, contentType, issuer.certificate().validity().notBefore());
    }
}
