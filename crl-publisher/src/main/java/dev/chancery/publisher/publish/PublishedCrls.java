package dev.chancery.publisher.publish;

import dev.chancery.core.crl.SignedCrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The CRL in force of each CA, for whoever serves or shows it. A reader sees the old one or the new one, whole. */
public final class PublishedCrls {
    private final Map<String, SignedCrl> inForce = new ConcurrentHashMap<>();
    private final List<Consumer<SignedCrl>> watchers = new CopyOnWriteArrayList<>();

    /** @param watcher told of each CRL that is in force from now on; returns at once and never throws */
    public void watch(Consumer<SignedCrl> watcher) {
        watchers.add(watcher);
    }

    public Optional<SignedCrl> find(String issuer) {
        return Optional.ofNullable(inForce.get(issuer));
    }

    /** Only after the file is on disk. */
    public void put(SignedCrl crl) {
        inForce.put(crl.issuer(), crl);
        watchers.forEach(watcher -> watcher.accept(crl));
    }
}
