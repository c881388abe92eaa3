package dev.chancery.web.auth;

import dev.chancery.core.access.Account;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The browsers that are signed in, in memory: a restart signs everybody out. Thread-safe, bounded. */
public final class Sessions {
    static final String COOKIE = "__Host-chancery";
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";

    private final SessionSettings settings;
    private final Clock clock;
    private final RandomText random;
    /** By SHA-256 of the identifier, so that a copy of the memory does not hold working cookies. */
    private final Map<String, Session> byHash = new HashMap<>();

    public Sessions(SessionSettings settings, Clock clock, SecureRandom random) {
        this.settings = settings;
        this.clock = clock;
        this.random = new RandomText(random);
    }

    SessionSettings settings() {
        return settings;
    }

    /** Always under a new identifier; returns the {@code Set-Cookie} value. */
    synchronized String open(Account account, String means) {
        Instant now = clock.instant();
        byHash.values().removeIf(session -> session.over(now, settings));
        while (byHash.size() >= settings.maximum()) {
            byHash.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().used()))
                    .map(Map.Entry::getKey)
                    .ifPresent(byHash::remove);
        }
        String id = random.identifier();
        byHash.put(RandomText.sha256Hex(id), new Session(account, means, random.identifier(), now));
        return COOKIE + "=" + id + ATTRIBUTES;
    }

    /** @param touch whether this counts as use; a page that refreshes itself does not */
    synchronized Optional<Session> find(String id, boolean touch) {
        Instant now = clock.instant();
        String hash = RandomText.sha256Hex(id);
        Session session = byHash.get(hash);
        if (session == null) {
            return Optional.empty();
        }
        if (session.over(now, settings)) {
            byHash.remove(hash);
            return Optional.empty();
        }
        if (touch) {
            session.touch(now);
        }
        return Optional.of(session);
    }

    synchronized void end(String id) {
        byHash.remove(RandomText.sha256Hex(id));
    }

    /** Every session of one account: after a change of its roles or its password. */
    public synchronized void endAll(String account) {
        byHash.values().removeIf(session -> session.account().equals(account));
    }

    /** How many there are, for metrics. */
    public synchronized int count() {
        Instant now = clock.instant();
        byHash.values().removeIf(session -> session.over(now, settings));
        return byHash.size();
    }

    /** The {@code Set-Cookie} value that makes a browser forget its session. */
    static String forget() {
        return COOKIE + "=" + ATTRIBUTES + "; Max-Age=0";
    }
}
