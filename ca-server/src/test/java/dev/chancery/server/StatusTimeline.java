package dev.chancery.server;

import dev.chancery.core.x509.RevocationReason;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The revocations of one CA in the order of the journal, and what a CRL may say at a point of it. A CRL is begun after
 * the record of the one before it and recorded when it is done, so it must show what stood at that time, and may or may
 * not show what was recorded meanwhile.
 */
final class StatusTimeline {
    private static final String HOLD = "certificateHold";

    private final Map<String, Instant> ends = new HashMap<>();
    private final Map<String, String> before = new HashMap<>();
    private final Map<String, String> now = new HashMap<>();
    private final Map<String, Set<String>> meanwhile = new HashMap<>();
    /** Every change that ever was, as serial and reason. */
    private final Set<String> ever = new HashSet<>();

    private Instant lastCrl = Instant.EPOCH;

    void issued(String serial, Instant notAfter) {
        ends.put(serial, notAfter);
    }

    void revoked(String serial, String reason) {
        String standing = now.get(serial);
        if (standing != null && !standing.equals(HOLD)) {
            throw new AssertionError(serial + " was revoked for " + standing + " and then again for " + reason);
        }
        now.put(serial, reason);
        ever.add(serial + reason);
        meanwhile.computeIfAbsent(serial, any -> new HashSet<>()).add(reason);
    }

    void released(String serial) {
        String standing = now.remove(serial);
        if (!HOLD.equals(standing)) {
            throw new AssertionError(
                    serial + " was released, though it was " + Optional.ofNullable(standing) + " and not on hold");
        }
        ever.add(serial);
        meanwhile.computeIfAbsent(serial, any -> new HashSet<>()).add("");
    }

    /** Whether a change is recorded; without a reason it is a release. */
    boolean happened(String serial, Optional<String> reason) {
        return ever.contains(serial + reason.orElse(""));
    }

    boolean ended(String serial, Instant at) {
        return ends.get(serial).isBefore(at);
    }

    /** What the certificate is now: a reason, or empty. */
    Optional<String> status(String serial) {
        return Optional.ofNullable(now.get(serial));
    }

    /** Proves a CRL's entries; {@code listed} is empty when its file was never written. */
    void crl(String name, Instant thisUpdate, Optional<ListedCertificates> listed) {
        listed.ifPresent(found -> compare(name, found));
        settle();
        lastCrl = thisUpdate;
    }

    /** Whatever CRL comes next is begun after this. */
    void settle() {
        before.clear();
        before.putAll(now);
        meanwhile.clear();
    }

    private void compare(String name, ListedCertificates listed) {
        for (Map.Entry<String, String> standing : before.entrySet()) {
            String serial = standing.getKey();
            boolean needed = !ends.get(serial).isBefore(lastCrl)
                    && !meanwhile.getOrDefault(serial, Set.of()).contains("");
            if (needed && !listed.reasons().containsKey(serial)) {
                throw new AssertionError(name + " lacks " + serial + ", revoked before it was begun");
            }
        }
        listed.reasons().forEach((serial, code) -> {
            boolean stood = before.containsKey(serial) && code(before.get(serial)) == code;
            boolean came = meanwhile.getOrDefault(serial, Set.of()).stream()
                    .anyMatch(reason -> !reason.isEmpty() && code(reason) == code);
            if (!stood && !came) {
                throw new AssertionError(name + " lists " + serial + " with reason " + code
                        + ", for which the journal has no revocation");
            }
        });
    }

    private static int code(String reason) {
        return RevocationReason.named(reason).orElseThrow().code();
    }
}
