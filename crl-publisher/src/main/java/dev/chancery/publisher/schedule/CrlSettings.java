package dev.chancery.publisher.schedule;

import dev.chancery.core.crl.CrlTerms;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The section {@code crl} of the settings: what holds for every CA, and what is otherwise for some of them.
 *
 * @param authorities by a CA's short name
 */
public record CrlSettings(
        Duration lifetime,
        Duration interval,
        Duration backdate,
        OnRevocation onRevocation,
        Duration digest,
        Optional<Duration> deltaInterval,
        Map<String, Otherwise> authorities) {

    /** What is given replaces what holds for every CA. */
    public record Otherwise(
            Optional<Duration> lifetime,
            Optional<Duration> interval,
            Optional<Duration> backdate,
            Optional<OnRevocation> onRevocation,
            Optional<Duration> digest,
            Optional<Duration> deltaInterval) {
        static final Otherwise NOTHING = new Otherwise(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public CrlSettings {
        authorities = Map.copyOf(authorities);
        plan(lifetime, interval, backdate, onRevocation, digest, deltaInterval, Otherwise.NOTHING);
        for (Map.Entry<String, Otherwise> ca : authorities.entrySet()) {
            try {
                plan(lifetime, interval, backdate, onRevocation, digest, deltaInterval, ca.getValue());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("for the CA \"" + ca.getKey() + "\" " + e.getMessage(), e);
            }
        }
    }

    public static CrlSettings defaults() {
        CrlTerms terms = CrlTerms.standard();
        return new CrlSettings(
                terms.lifetime(),
                terms.interval(),
                terms.backdate(),
                OnRevocation.FULL,
                Duration.ofSeconds(1),
                Optional.empty(),
                Map.of());
    }

    /** When the CRLs of this CA are due. */
    public CrlPlan plan(String ca) {
        return plan(
                lifetime,
                interval,
                backdate,
                onRevocation,
                digest,
                deltaInterval,
                authorities.getOrDefault(ca, Otherwise.NOTHING));
    }

    private static CrlPlan plan(
            Duration lifetime,
            Duration interval,
            Duration backdate,
            OnRevocation onRevocation,
            Duration digest,
            Optional<Duration> deltaInterval,
            Otherwise otherwise) {
        Duration setBack = otherwise.backdate().orElse(backdate);
        return new CrlPlan(
                new CrlTerms(
                        otherwise.lifetime().orElse(lifetime),
                        otherwise.interval().orElse(interval),
                        setBack),
                otherwise.onRevocation().orElse(onRevocation),
                otherwise.digest().orElse(digest),
                otherwise
                        .deltaInterval()
                        .or(() -> deltaInterval)
                        .map(every -> new CrlTerms(every.multipliedBy(2), every, setBack)));
    }
}
