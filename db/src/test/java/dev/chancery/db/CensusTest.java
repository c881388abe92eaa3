package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.contract.Samples;
import dev.chancery.core.ledger.CertificateKind;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.core.ledger.KindCount;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Counts of certificates")
class CensusTest {
    private static final Instant NOW = Samples.START.plus(Duration.ofDays(100)).plusSeconds(1);
    private static final Instant SOON = NOW.plus(Duration.ofDays(30));

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, false"})
    @DisplayName("are what looking at every certificate finds, before and after a restart and a rebuild")
    void asLooking(long seed, boolean countedEarly) {
        RandomHistory history = new RandomHistory(seed);
        try (Storage storage = Stores.open(directory)) {
            for (int part = 0; part < 5; part++) {
                history.play(storage, 300);
                if (countedEarly) {
                    compare(storage.ledger());
                }
            }
            compare(storage.ledger());
        }
        try (Storage storage = Stores.open(directory)) {
            compare(storage.ledger());
        }
        Storage.rebuild(StorageSettings.in(directory), Stores.seal(), Clock.systemUTC(), Progress.silent());
        try (Storage storage = Stores.open(directory)) {
            compare(storage.ledger());
        }
    }

    private static void compare(CertificateLedger ledger) {
        List<CertificateRecord> all = all(ledger);
        Map<CertificateKind, List<CertificateRecord>> kinds =
                all.stream().collect(Collectors.groupingBy(CensusTest::kind, TreeMap::new, Collectors.toList()));
        assertThat(ledger.countsByKind(NOW, SOON))
                .isEqualTo(kinds.entrySet().stream()
                        .map(kind -> looking(kind.getKey(), kind.getValue()))
                        .toList());
        LocalDate from = LocalDate.parse("2026-01-01");
        assertThat(ledger.endingByDay(any -> true, from, from.plusYears(2)))
                .isEqualTo(all.stream()
                        .filter(one -> one.revocation().isEmpty())
                        .collect(Collectors.groupingBy(
                                one -> day(one.certificate().validity().notAfter()), Collectors.counting())));
        assertThat(ledger.issuedByDay(any -> true, LocalDate.EPOCH, LocalDate.parse("2100-01-01")))
                .isEqualTo(
                        all.stream().collect(Collectors.groupingBy(one -> day(one.issuedAt()), Collectors.counting())));
    }

    private static KindCount looking(CertificateKind kind, List<CertificateRecord> some) {
        Map<Status, Long> counts =
                some.stream().collect(Collectors.groupingBy(one -> one.status(NOW), Collectors.counting()));
        long ending = some.stream()
                .filter(one -> one.status(NOW) == Status.VALID)
                .filter(one -> one.certificate().validity().notAfter().isBefore(SOON))
                .count();
        return new KindCount(
                kind,
                counts.getOrDefault(Status.VALID, 0L),
                ending,
                counts.getOrDefault(Status.HELD, 0L),
                counts.getOrDefault(Status.REVOKED, 0L),
                counts.getOrDefault(Status.EXPIRED, 0L));
    }

    private static CertificateKind kind(CertificateRecord one) {
        return new CertificateKind(one.issuer(), one.profile(), one.requester());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static List<CertificateRecord> all(CertificateLedger ledger) {
        List<CertificateRecord> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            CertificatePage page = ledger.search(CertificateQuery.all(NOW, 1000).page(cursor, 1000));
            all.addAll(page.certificates());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }
}
