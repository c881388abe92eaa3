package dev.chancery.web.pages;

import dev.chancery.core.access.Requester;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.crl.UploadOutcome;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.crl.CrlTimes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers and times of CRLs, without the CRLs. */
final class SampleCrls implements CrlPublication {
    private final Clock clock;
    private final Map<String, SignedCrl> current = new LinkedHashMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final Set<String> files = new LinkedHashSet<>();
    private String offline = "";

    SampleCrls(Clock clock) {
        this.clock = clock;
    }

    void put(String ca, long number, Instant published, Duration interval, int entries) {
        current.put(
                ca,
                new SignedCrl(
                        ca,
                        new CrlNumber(BigInteger.valueOf(number)),
                        published,
                        published.plus(interval.multipliedBy(7)),
                        published.plus(interval),
                        entries,
                        CrlOctets.of(Der.fromHex("3000"))));
    }

    /** Its file is kept. */
    void file(String publication, long number) {
        files.add(publication + " " + number);
    }

    void elsewhere(String ca) {
        offline = ca;
    }

    void fail(String ca, String why) {
        failures.put(ca, why);
    }

    @Override
    public Optional<SignedCrl> publishNow(Requester actor, String ca) {
        SignedCrl before = current.get(ca);
        if (before != null) {
            failures.remove(ca);
            put(ca, before.number().value().longValue() + 1, clock.instant(), Duration.ofDays(1), before.entries());
        }
        return current(ca);
    }

    /** Takes none: these are invented. */
    @Override
    public Optional<UploadOutcome> upload(Requester actor, String ca, Der crl) {
        return Optional.of(new UploadOutcome.Refused(List.of(Objection.of(
                "crl-invented",
                "crl",
                "This is no CRL of " + ca + ": " + new String(crl.unsafeOctets(), StandardCharsets.ISO_8859_1)))));
    }

    @Override
    public boolean signedElsewhere(String ca) {
        return ca.equals(offline);
    }

    @Override
    public Optional<String> responderDue(String ca) {
        return Optional.empty();
    }

    @Override
    public Optional<CrlTimes> times(String ca) {
        return signedElsewhere(ca)
                ? Optional.empty()
                : Optional.of(new CrlTimes(
                        Duration.ofHours(12),
                        Duration.ofDays(2),
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(1))));
    }

    @Override
    public Optional<String> due(String ca) {
        return signedElsewhere(ca)
                ? Optional.of("The CRL of the offline CA " + ca + " ends in 13 days.")
                : Optional.empty();
    }

    @Override
    public Optional<SignedCrl> current(String ca) {
        return Optional.ofNullable(current.get(ca));
    }

    @Override
    public Optional<CrlOctets> archived(String publication, CrlNumber number) {
        return files.contains(publication + " " + number)
                ? Optional.of(CrlOctets.of(Der.fromHex("3000")))
                : Optional.empty();
    }

    @Override
    public Optional<CrlNumber> before(String publication, CrlNumber number) {
        return Optional.empty();
    }

    @Override
    public Optional<String> lastFailure(String ca) {
        return Optional.ofNullable(failures.get(ca));
    }
}
