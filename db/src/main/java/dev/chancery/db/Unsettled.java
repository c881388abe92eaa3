package dev.chancery.db;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which certificates were acknowledged and are not committed yet, so that only readers of those have to wait. */
final class Unsettled {
    private final Set<String> serials = ConcurrentHashMap.newKeySet();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    /** Before they are acknowledged. */
    void add(List<QueuedEntry> entries) {
        entries.stream()
                .flatMap(entry -> entry.parts().stream())
                .flatMap(part -> part.event().issued().stream())
                .forEach(issued -> {
                    serials.add(issued.serial());
                    issued.event()
                            .idempotencyKey()
                            .ifPresent(key -> keys.add(owned(issued.event().requester(), key)));
                });
    }

    void clear() {
        serials.clear();
        keys.clear();
    }

    boolean serial(String serial) {
        return serials.contains(serial);
    }

    boolean key(String requester, String key) {
        return keys.contains(owned(requester, key));
    }

    private static String owned(String requester, String key) {
        return requester + "\n" + key;
    }
}
