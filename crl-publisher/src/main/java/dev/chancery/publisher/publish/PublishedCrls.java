package dev.chancery.publisher.publish;

import dev.chancery.core.crl.SignedCrl;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The CRL in force of each CA, for whoever serves or shows it. A reader sees the old one or the new one, whole. */
public final class PublishedCrls {
    private final Map<String, SignedCrl> inForce = new ConcurrentHashMap<>();

    public Optional<SignedCrl> find(String issuer) {
        return Optional.ofNullable(inForce.get(issuer));
    }

    /** Only after the file is on disk. */
    public void put(SignedCrl crl) {
        inForce.put(crl.issuer(), crl);
    }
}
