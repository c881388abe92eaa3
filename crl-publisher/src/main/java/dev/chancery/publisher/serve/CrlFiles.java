package dev.chancery.publisher.serve;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.x509.Der;
import dev.chancery.publisher.fetchers.FetchedCrl;
import dev.chancery.publisher.publish.PublishedCrls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code NAME.crl} in DER, and {@code NAME.pem}, which is made when somebody asks for it, once per CRL. */
final class CrlFiles {
    private final PublishedCrls published;
    private final Path scratch;
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

    CrlFiles(PublishedCrls published, Path scratch) {
        this.published = published;
        this.scratch = scratch;
    }

    private final class Prepared {
        private final SignedCrl crl;
        private final ServedFile der;
        private @Nullable ServedFile pem;

        Prepared(SignedCrl crl) {
            this.crl = crl;
            this.der = served(crl.octets(), crl.octets().sha256(), "application/pkix-crl");
        }

        synchronized ServedFile pem() {
            ServedFile made = pem;
            if (made == null) {
                // One CRL has one PEM form, so the tag may come from the CRL.
                Der tag = Der.ofOwned(("PEM " + crl.octets().sha256().hex()).getBytes(StandardCharsets.US_ASCII))
                        .sha256();
                made = served(written(crl.octets()), tag, "application/x-pem-file");
                pem = made;
            }
            return made;
        }

        private CrlOctets written(CrlOctets octets) {
            try {
                return CrlPem.write(octets, scratch);
            } catch (IOException e) {
                throw new UncheckedIOException("the PEM form of CRL " + crl.number() + " cannot be written", e);
            }
        }

        private ServedFile served(CrlOctets octets, Der tag, String contentType) {
            return ServedFile.of(octets, tag, contentType, crl.thisUpdate(), crl.nextPublish(), fetched(crl));
        }
    }

    private static Optional<FetchedCrl> fetched(SignedCrl crl) {
        OptionalInt partition =
                crl.scope() instanceof CrlScope.Complete complete ? complete.partition() : OptionalInt.empty();
        Optional<CrlNumber> base =
                crl.scope() instanceof CrlScope.Delta delta ? Optional.of(delta.base()) : Optional.empty();
        return Optional.of(new FetchedCrl(crl.issuer(), partition, crl.number(), base, crl.nextUpdate()));
    }

    Optional<ServedFile> find(String file) {
        boolean der = file.endsWith(".crl");
        if (!der && !file.endsWith(".pem")) {
            return Optional.empty();
        }
        return published
                .find(file.substring(0, file.length() - 4))
                .map(this::prepare)
                .map(ready -> der ? ready.der : ready.pem());
    }

    private Prepared prepare(SignedCrl crl) {
        Prepared known = prepared.get(crl.publication());
        if (known != null && known.crl.equals(crl)) {
            return known;
        }
        return prepared.compute(
                crl.publication(), (name, other) -> other != null && other.crl.equals(crl) ? other : new Prepared(crl));
    }
}
