package dev.chancery.publisher.publish;

import dev.chancery.core.crl.SignedCrl;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The CRLs in force of each CA, for whoever serves or shows it. A reader sees the old one or the new one, whole. */
public final class PublishedCrls {
    private final Map<String, SignedCrl> inForce = new ConcurrentHashMap<>();

    /** @param publication the name under which it is published, {@code issuing}, {@code issuing-delta} */
    public Optional<SignedCrl> find(String publication) {
        return Optional.ofNullable(inForce.get(publication));
    }

    /** Only after the file is on disk. */
    public void put(SignedCrl crl) {
        inForce.put(crl.publication(), crl);
    }
}
