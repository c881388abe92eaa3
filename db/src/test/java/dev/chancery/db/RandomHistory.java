package dev.chancery.db;

import dev.chancery.core.access.Requester;
import dev.chancery.core.contract.EveryEvent;
import dev.chancery.core.contract.Samples;
import dev.chancery.core.journal.CrlCoverage;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.CrlFilesRemoved;
import dev.chancery.core.journal.JournalEvent.CrlNumbersRaised;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.journal.JournalEvent.Decision;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.journal.JournalEvent.RequestDenied;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A random life of a CA: valid entries and such that are in conflict, many at a time. */
final class RandomHistory {
    private final Random random;
    private long requests;
    private long crls;

    RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    void play(Storage storage, int entries) {
        List<java.util.concurrent.CompletableFuture<?>> futures = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            futures.add(storage.journal().append(Requester.system(), entry()));
        }
        futures.forEach(java.util.concurrent.CompletableFuture::join);
    }

    private List<JournalEvent> entry() {
        List<JournalEvent> events = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
        for (int i = 0; i < count; i++) {
            events.add(event());
        }
        return events;
    }

    private JournalEvent event() {
        return switch (random.nextInt(14)) {
            case 0 -> certificate().revoked(reason(), Samples.START);
            case 1 -> certificate().revoked(RevocationReason.CERTIFICATE_HOLD, Samples.START);
            case 2 -> new HoldReleased("issuing", certificate().serial(), Samples.START);
            case 3 -> Samples.request(++requests);
            case 4 -> new RequestApproved(anyRequest(), "yes");
            case 5 -> new RequestDenied(anyRequest(), "no");
            case 6 -> certificate().fulfilling(anyRequest()).issued();
            case 7 -> crl();
            case 8 -> new JournalEvent.AccountSaved(EveryEvent.account("alice"), "saved");
            case 9 -> new Decision("noted", "something", "");
            case 10 -> group();
            default -> certificate().issued();
        };
    }

    /** Whoever joins or removes one that is not there meets a conflict. */
    private JournalEvent group() {
        String name = "group" + random.nextInt(3);
        return switch (random.nextInt(3)) {
            case 0 -> new JournalEvent.GroupSaved(EveryEvent.group(name), "saved");
            case 1 -> new JournalEvent.GroupRemoved(name, "removed");
            default -> new JournalEvent.AccountSaved(EveryEvent.account("alice").inGroups(Set.of(name)), "joined");
        };
    }

    /** Of few serials, so that most of what happens to one happens again. */
    private Samples.Certificate certificate() {
        int number = random.nextInt(300);
        Samples.Certificate certificate = Samples.certificate("4f%04x".formatted(number))
                .names("host%d.lab.test".formatted(number % 50))
                .to("user" + number % 4)
                .withKey(number % 60)
                .until(Samples.START.plus(Duration.ofDays(number)).toString());
        return number % 7 == 0 ? certificate.keyed("key" + number % 14) : certificate;
    }

    private RevocationReason reason() {
        List<RevocationReason> all = List.of(RevocationReason.values());
        return all.get(random.nextInt(all.size()));
    }

    private long anyRequest() {
        return 1L + random.nextInt((int) requests + 2);
    }

    private JournalEvent crl() {
        crls += random.nextInt(3) - 1;
        if (random.nextInt(8) == 0) {
            return new CrlFilesRemoved(
                    "issuing", "issuing", List.of(BigInteger.valueOf(random.nextInt(8))), "old enough");
        }
        if (random.nextInt(8) == 0) {
            return new CrlNumbersRaised("issuing", "issuing", BigInteger.valueOf(Math.max(0, crls) + 2), "restored");
        }
        return new CrlSigned(
                "issuing",
                random.nextBoolean() ? "issuing" : "issuing/1",
                BigInteger.valueOf(Math.max(0, crls)),
                Samples.START,
                Samples.START.plusSeconds(1),
                0,
                Der.fromHex("00").sha256(),
                random.nextBoolean()
                        ? Optional.of(new CrlCoverage(random.nextInt(1000), Samples.START))
                        : Optional.empty(),
                Optional.empty());
    }
}
