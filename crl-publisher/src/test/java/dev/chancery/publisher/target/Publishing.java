package dev.chancery.publisher.target;

import static org.awaitility.Awaitility.await;

import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One CA, and the targets that its CRLs go to. */
final class Publishing implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final SampleAuthority authority = new SampleAuthority("issuing", KeyAlgorithm.EC_P256, NOW);
    private Targets targets = new Targets(List.of(), new IssuerRegistry(), Clock.systemUTC());

    void to(SampleTarget... where) {
        targets.close();
        IssuerRegistry issuers = new IssuerRegistry();
        issuers.add(authority.issuer());
        targets = new Targets(Arrays.stream(where).map(SampleTarget::settings).toList(), issuers, Clock.systemUTC());
        targets.start();
    }

    void publish(SignedCrl crl) {
        targets.published(crl);
    }

    Der caCertificate() {
        return authority.issuer().certificate().der();
    }

    /** Of the first target. */
    TargetStatus status() {
        return statuses().get(0);
    }

    List<TargetStatus> statuses() {
        return targets.status();
    }

    void untilDelivered() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> status().waiting() == 0 && status().lastSuccess().isPresent());
    }

    String untilFailed() {
        await().until(() -> status().failure().isPresent());
        return status().failure().orElseThrow();
    }

    /** slapd looks into a certificate list, so this one looks like one from outside. */
    static SignedCrl crl(int number, int length) {
        return new SignedCrl(
                "issuing",
                new CrlNumber(BigInteger.valueOf(number)),
                NOW,
                NOW.plusSeconds(86_400),
                NOW.plusSeconds(3600),
                0,
                CrlOctets.of(Der.ofOwned(SampleList.of(length))));
    }

    static SignedCrl delta(int number, int base, int length) {
        SignedCrl like = crl(number, length);
        return new SignedCrl(
                like.issuer(),
                new CrlScope.Delta(new CrlNumber(BigInteger.valueOf(base))),
                like.number(),
                like.signedAt(),
                like.thisUpdate(),
                like.nextUpdate(),
                like.nextPublish(),
                like.entries(),
                like.octets());
    }

    @Override
    public void close() {
        targets.close();
    }
}
