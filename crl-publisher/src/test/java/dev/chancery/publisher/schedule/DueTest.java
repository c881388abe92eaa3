package dev.chancery.publisher.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlTerms;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is due by the clock")
class DueTest {
    private static final int PLANS = 300;
    private static final int STEPS = 200;

    private final Random random = new Random(20260601);
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");
    private Optional<SignedCrl> full = Optional.empty();
    private Optional<SignedCrl> delta = Optional.empty();

    private SignedCrl crl(CrlTerms terms) {
        return new SignedCrl(
                "issuing",
                new CrlNumber(BigInteger.ONE),
                now.minus(terms.backdate()),
                now.plus(terms.lifetime()),
                now.plus(terms.interval()),
                0,
                CrlOctets.of(Der.fromHex("3000")));
    }

    private Duration upTo(Duration limit) {
        return Duration.ofSeconds(random.nextLong(Math.max(1, limit.toSeconds())));
    }

    private CrlPlan plan() {
        Duration interval = Duration.ofSeconds(10 + random.nextInt(random.nextBoolean() ? 100 : 5_000_000));
        Duration lifetime = interval.multipliedBy(2).plus(upTo(interval.multipliedBy(5)));
        Optional<CrlTerms> deltas = Optional.of(interval.dividedBy(1 + random.nextInt(5)))
                .filter(every -> every.toSeconds() >= 10 && every.compareTo(interval) < 0)
                .map(every -> new CrlTerms(every.multipliedBy(2), every, Duration.ZERO));
        return new CrlPlan(
                new CrlTerms(lifetime, interval, Duration.ofMinutes(random.nextInt(60))),
                OnRevocation.FULL,
                Duration.ofSeconds(1),
                deltas);
    }

    /** As the schedule does once a second, here at the moments that matter. */
    private void look(CrlPlan plan) {
        switch (Due.at(now, plan, full, delta)) {
            case FULL -> {
                full = Optional.of(crl(plan.full()));
                delta = plan.delta().map(this::crl);
            }
            case DELTA -> delta = plan.delta().map(this::crl);
            case NOTHING -> {}
        }
    }

    private void inForce(CrlPlan plan) {
        assertThat(full.orElseThrow().nextUpdate()).as("%s at %s", plan, now).isAfter(now);
    }

    @Test
    @DisplayName("keeps a CRL in force while the server runs, through failures and stops shorter than the overlap")
    void neverExpires() {
        for (int i = 0; i < PLANS; i++) {
            CrlPlan plan = plan();
            full = Optional.empty();
            delta = Optional.empty();
            look(plan);
            for (int step = 0; step < STEPS; step++) {
                // Runs for a while; looks a little late, as a poll does.
                Instant due = full.orElseThrow().nextPublish();
                Instant deltaDue = delta.map(SignedCrl::nextPublish).orElse(due);
                now = (deltaDue.isBefore(due) ? deltaDue : due).plus(upTo(Duration.ofSeconds(2)));
                inForce(plan);
                if (random.nextInt(4) == 0) {
                    // Stopped, or failing, from the worst moment on: just when the next one was due.
                    now = now.plus(upTo(plan.overlap().minusSeconds(2)));
                    inForce(plan);
                }
                look(plan);
                inForce(plan);
                delta.ifPresent(last -> assertThat(last.nextUpdate()).isAfter(now));
                assertThat(Due.at(now, plan, full, delta)).isEqualTo(Due.NOTHING);
            }
        }
    }

    @Test
    @DisplayName("is a full CRL at its own Next CRL Publish, and not a second before")
    void nextPublish() {
        CrlPlan plan = new CrlPlan(CrlTerms.standard(), OnRevocation.FULL, Duration.ofSeconds(1), Optional.empty());
        full = Optional.of(crl(plan.full()));
        now = now.plus(plan.full().interval()).minusSeconds(1);
        assertThat(Due.at(now, plan, full, delta)).isEqualTo(Due.NOTHING);
        now = now.plusSeconds(1);
        assertThat(Due.at(now, plan, full, delta)).isEqualTo(Due.FULL);
    }
}
