package dev.chancery.publisher.schedule;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.crl.CrlTerms;
import dev.chancery.publisher.publish.ArchiveSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The section {@code crl} of the settings: what holds for every CA, and what is otherwise for some of them.
 *
 * @param authorities by a CA's short name
 * @param archive how long files of earlier CRLs stay
 */
public record CrlSettings(
        Duration lifetime,
        Duration interval,
        Duration backdate,
        OnRevocation onRevocation,
        Duration digest,
        Optional<Duration> deltaInterval,
        Map<String, Otherwise> authorities,
        ArchiveSettings archive) {

    private static final String WITH_DELTA =
            "partitions and delta-interval do not go together: certificates name the list of their partition, which"
                    + " has no delta, so that nobody would look for one. Leave delta-interval out";

    /**
     * What is given replaces what holds for every CA.
     *
     * @param partitions over how many lists the CA's new certificates are spread; what is not given stays as it is
     */
    public record Otherwise(
            Optional<Duration> lifetime,
            Optional<Duration> interval,
            Optional<Duration> backdate,
            Optional<OnRevocation> onRevocation,
            Optional<Duration> digest,
            Optional<Duration> deltaInterval,
            Optional<Integer> partitions) {
        public Otherwise {
            partitions.ifPresent(count -> {
                if (count < 1 || count > CrlPartition.MOST) {
                    throw new IllegalArgumentException("partitions is 1 to " + CrlPartition.MOST + ", not " + count
                            + "; leave it out where there are none");
                }
            });
        }

        static final Otherwise NOTHING = new Otherwise(
                Optional.empty(),
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
                CrlPlan plan = plan(lifetime, interval, backdate, onRevocation, digest, deltaInterval, ca.getValue());
                ca.getValue().partitions().ifPresent(partitions -> requireNoDelta(plan));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("for the CA \"" + ca.getKey() + "\" " + e.getMessage(), e);
            }
        }
    }

    /**
     * Certificates of a partition name its list, and that has no delta.
     *
     * @throws IllegalArgumentException when there are deltas
     */
    private static void requireNoDelta(CrlPlan plan) {
        if (plan.delta().isPresent()) {
            throw new IllegalArgumentException(WITH_DELTA);
        }
    }

    /** Why these settings do not fit a CA that has partitions; empty when they do. */
    public Optional<String> misfit(String ca) {
        return plan(ca).delta().map(delta -> "for the CA \"" + ca + "\" " + WITH_DELTA);
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
                Map.of(),
                ArchiveSettings.defaults());
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
