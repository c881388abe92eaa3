package dev.chancery.publisher.serve;

import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.x509.Pem;
import dev.chancery.publisher.publish.PublishedCrls;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@code NAME.crl} in DER and {@code NAME.pem}, prepared once per CRL. */
final class CrlFiles {
    private final PublishedCrls published;
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

    CrlFiles(PublishedCrls published) {
        this.published = published;
    }

    private record Prepared(SignedCrl crl, ServedFile der, ServedFile pem) {
        static Prepared of(SignedCrl crl) {
            byte[] pem = Pem.encode("X509 CRL", crl.der()).getBytes(StandardCharsets.US_ASCII);
            return new Prepared(
                    crl,
                    ServedFile.of(
                            crl.der().octets(),
                            "application/pkix-crl",
                            crl.thisUpdate(),
                            Optional.of(crl.nextPublish())),
                    ServedFile.of(pem, "application/x-pem-file", crl.thisUpdate(), Optional.of(crl.nextPublish())));
        }
    }

    Optional<ServedFile> find(String file) {
        boolean der = file.endsWith(".crl");
        if (!der && !file.endsWith(".pem")) {
            return Optional.empty();
        }
        return published
                .find(file.substring(0, file.length() - 4))
                .map(this::prepare)
                .map(ready -> der ? ready.der() : ready.pem());
    }

    private Prepared prepare(SignedCrl crl) {
        Prepared known = prepared.get(crl.issuer());
        if (known != null && known.crl().equals(crl)) {
            return known;
        }
        return prepared.compute(
                crl.issuer(), (name, other) -> other != null && other.crl().equals(crl) ? other : Prepared.of(crl));
    }
}
