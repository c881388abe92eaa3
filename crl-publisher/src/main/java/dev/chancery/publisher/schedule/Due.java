package dev.chancery.publisher.schedule;

import dev.chancery.core.crl.SignedCrl;
import java.time.Instant;
import java.util.Optional;

/** What of a CA has to be published by the clock. */
enum Due {
    NOTHING,
    DELTA,
    FULL;

    /**
     * A CRL says itself when the next one is due, so that what validators were told is what happens.
     *
     * @param full the full CRL in force
     * @param delta the delta CRL in force
     */
    static Due at(Instant now, CrlPlan plan, Optional<SignedCrl> full, Optional<SignedCrl> delta) {
        if (isDue(now, full)) {
            return FULL;
        }
        return plan.delta().isPresent() && isDue(now, delta) ? DELTA : NOTHING;
    }

    private static boolean isDue(Instant now, Optional<SignedCrl> crl) {
        return crl.map(last -> !now.isBefore(last.nextPublish())).orElse(true);
    }
}
