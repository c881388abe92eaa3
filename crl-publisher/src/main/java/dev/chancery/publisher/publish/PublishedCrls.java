package dev.chancery.publisher.publish;

import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.SignedCrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The CRLs in force of each CA, for whoever serves or shows it. A reader sees the old one or the new one, whole. */
public final class PublishedCrls {
    private final Map<String, SignedCrl> inForce = new ConcurrentHashMap<>();
    private final List<Consumer<SignedCrl>> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<SignedCrl>> watchersOfAll = new CopyOnWriteArrayList<>();

    /** @param watcher told of each CRL but deltas that is in force from now on; returns at once and never throws */
    public void watch(Consumer<SignedCrl> watcher) {
        watchers.add(watcher);
    }

    /** @param watcher told of each CRL that is in force from now on, deltas included; returns at once and never throws */
    public void watchAll(Consumer<SignedCrl> watcher) {
        watchersOfAll.add(watcher);
    }

    /** @param publication the name under which it is published, {@code issuing}, {@code issuing-delta}, {@code issuing-3} */
    public Optional<SignedCrl> find(String publication) {
        return Optional.ofNullable(inForce.get(publication));
    }

    /** Only after the file is on disk. */
    public void put(SignedCrl crl) {
        inForce.put(crl.publication(), crl);
        watchersOfAll.forEach(watcher -> watcher.accept(crl));
        if (crl.scope() instanceof CrlScope.Complete) {
            watchers.forEach(watcher -> watcher.accept(crl));
        }
    }
}
