package dev.chancery.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.ledger.CertificateKind;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateQuery.Order;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.core.ledger.KindCount;
import dev.chancery.core.x509.RevocationReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a {@link dev.chancery.core.ledger.CertificateLedger} promises about lists, searches and counts. */
@DisplayName("A certificate ledger, searched,")
public abstract class CertificateSearchContract extends PortsContract {
    private static final Optional<String> ANY = Optional.empty();

    @BeforeEach
    void fill() {
        issue(Samples.certificate("a1").names("web01.lab.example.com"));
        issue(Samples.certificate("a2").names("*.example.com", "example.com", "10.0.0.7"));
        issue(Samples.certificate("a3")
                .names("mail-01.corp_x.test", "ops@mail.corp.test")
                .to("bob"));
        issue(Samples.certificate("b4").names("old.example.com").until("2026-02-01T00:00:00Z"));
        issue(Samples.certificate("b5")
                .names("held.test")
                .until("2026-03-01T18:00:00Z")
                .by("issuing", "short"));
        issue(Samples.certificate("b6").names("gone.test").by("issuing-2", "server"));
        issue(Samples.certificate("b7").names("UPPER.test", "fd00::17"));
        record(Samples.certificate("b5").revoked(RevocationReason.CERTIFICATE_HOLD, NOW));
        record(Samples.certificate("b6").by("issuing-2", "server").revoked(RevocationReason.SUPERSEDED, NOW));
    }

    private void issue(Samples.Certificate certificate) {
        record(certificate.issued());
    }

    private static CertificateQuery query(Optional<String> search, Optional<Status> status) {
        return new CertificateQuery(
                search,
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                100,
                Optional.empty());
    }

    private String found(CertificateQuery query) {
        return String.join(
                " ",
                ports().ledger().search(query).certificates().stream()
                        .map(certificate -> certificate.serial().hex())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "web, a1",
        "web01.lab, a1",
        "lab.exam, a1",
        "LAB.Example, a1",
        "example.com, b4 a2 a1",
        "com, b4 a2 a1",
        "xample, ''",
        "*.exam, a2",
        "10.0, a2",
        "0.7, a2",
        "mail, a3",
        "01.corp, a3",
        "ops@, a3",
        "corp_, a3",
        "corp., a3",
        "c%, ''",
        "'\\', ''",
        "fd00, b7",
        "17, b7",
        "upper, b7",
        "b, a3 b7 b6 b5 b4",
        "B4, b4",
        "b:4, b4",
        "bo, a3",
        "'  web  ', a1",
        "' ', b7 b6 b5 b4 a3 a2 a1",
        "alice, b7 b6 b5 b4 a2 a1",
        "nothing, ''",
    })
    @DisplayName("finds the beginning of any label of any name, of a serial, and of a requester")
    void search(String text, String expected) {
        List<String> wanted = List.of(expected.split(" "));
        assertThat(List.of(found(query(Optional.of(text), Optional.empty())).split(" ")))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @CsvSource({"VALID, b7 a3 a2 a1", "EXPIRED, b4", "HELD, b5", "REVOKED, b6"})
    @DisplayName("filters by status")
    void status(Status status, String expected) {
        assertThat(found(query(ANY, Optional.of(status)))).isEqualTo(expected);
    }

    @Test
    @DisplayName("leaves out what one requester has")
    void exceptRequester() {
        List<CertificateRecord> all =
                ports().ledger().search(CertificateQuery.all(NOW, 100)).certificates();
        String one = all.get(0).requester();
        CertificateQuery query = CertificateQuery.all(NOW, 100).except(Optional.of(one));
        assertThat(ports().ledger().search(query).certificates())
                .isEqualTo(all.stream()
                        .filter(record -> !record.requester().equals(one))
                        .toList())
                .hasSizeLessThan(all.size());
    }

    @Test
    @DisplayName("calls a certificate valid up to and including its last second")
    void lastSecond() {
        Instant end = Instant.parse("2026-02-01T00:00:00Z");
        for (Instant now : List.of(end.minusSeconds(1), end, end.plusSeconds(1))) {
            Status expected = now.isAfter(end) ? Status.EXPIRED : Status.VALID;
            CertificateQuery query = new CertificateQuery(
                    Optional.of("old"),
                    Optional.of(expected),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    now,
                    10,
                    Optional.empty());
            assertThat(found(query)).isEqualTo("b4");
            assertThat(ports().ledger().counts(ANY, now).get(Status.EXPIRED))
                    .isEqualTo(expected == Status.EXPIRED ? 1 : 0);
        }
    }

    @Test
    @DisplayName("filters by profile, issuer, requester and end, together with a search")
    void filters() {
        assertThat(found(filtered(ANY, Optional.of("short"), ANY, ANY, Optional.empty())))
                .isEqualTo("b5");
        assertThat(found(filtered(ANY, ANY, Optional.of("issuing-2"), ANY, Optional.empty())))
                .isEqualTo("b6");
        assertThat(found(filtered(ANY, ANY, ANY, Optional.of("bob"), Optional.empty())))
                .isEqualTo("a3");
        assertThat(found(filtered(ANY, ANY, ANY, ANY, Optional.of(Instant.parse("2026-03-01T18:00:00Z")))))
                .isEqualTo("b4");
        assertThat(found(filtered(ANY, ANY, ANY, ANY, Optional.of(Instant.parse("2026-03-01T18:00:01Z")))))
                .isEqualTo("b5 b4");
        assertThat(found(filtered(
                        Optional.of("test"), Optional.of("server"), Optional.of("issuing"), ANY, Optional.empty())))
                .isEqualTo("b7 a3");
    }

    private static CertificateQuery filtered(
            Optional<String> search,
            Optional<String> profile,
            Optional<String> issuer,
            Optional<String> requester,
            Optional<Instant> expiresBefore) {
        return new CertificateQuery(
                search, Optional.empty(), profile, issuer, requester, expiresBefore, NOW, 100, Optional.empty());
    }

    @Test
    @DisplayName("goes through everything page by page, once each, also while new ones arrive")
    void pages() {
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        do {
            CertificatePage page = ports().ledger()
                    .search(new CertificateQuery(
                            ANY, Optional.empty(), ANY, ANY, ANY, Optional.empty(), NOW, 3, cursor));
            page.certificates()
                    .forEach(certificate -> seen.add(certificate.serial().hex()));
            cursor = page.next();
            pages++;
            issue(Samples.certificate("c%d".formatted(pages)));
        } while (cursor.isPresent());
        assertThat(seen).containsExactly("b7", "b6", "b5", "b4", "a3", "a2", "a1");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    @DisplayName("has no next page after one that is just full")
    void exactPage() {
        assertThat(ports().ledger().search(CertificateQuery.all(NOW, 7)).next()).isEmpty();
        assertThat(ports().ledger().search(CertificateQuery.all(NOW, 6)).next()).isPresent();
    }

    @Test
    @DisplayName("counts each status, over all and for one requester")
    void counts() {
        assertThat(ports().ledger().counts(ANY, NOW))
                .isEqualTo(Map.of(Status.VALID, 4L, Status.EXPIRED, 1L, Status.HELD, 1L, Status.REVOKED, 1L));
        assertThat(ports().ledger().counts(Optional.of("bob"), NOW))
                .isEqualTo(Map.of(Status.VALID, 1L, Status.EXPIRED, 0L, Status.HELD, 0L, Status.REVOKED, 0L));
        record(new HoldReleased("issuing", Samples.certificate("b5").serial(), NOW));
        assertThat(ports().ledger().counts(ANY, NOW).get(Status.VALID)).isEqualTo(5);
        Instant later = Instant.parse("2030-01-01T00:00:00Z");
        assertThat(ports().ledger().counts(ANY, later))
                .isEqualTo(Map.of(Status.VALID, 0L, Status.EXPIRED, 6L, Status.HELD, 0L, Status.REVOKED, 1L));
    }

    @Test
    @DisplayName("counts the valid ones that end before a time")
    void countEnding() {
        record(new HoldReleased("issuing", Samples.certificate("b5").serial(), NOW));
        assertThat(ending("2026-03-01T18:00:00Z")).isZero();
        assertThat(ending("2026-03-01T18:00:01Z")).isEqualTo(1);
        assertThat(ending("2026-12-31T00:00:00Z")).isEqualTo(1);
        assertThat(ending("2028-01-01T00:00:00Z")).isEqualTo(5);
        assertThat(ending("2026-01-01T00:00:00Z")).isZero();
        assertThat(ports().ledger().countEndingBefore(Optional.of("bob"), NOW, Instant.parse("2028-01-01T00:00:00Z")))
                .isEqualTo(1);
    }

    private long ending(String limit) {
        return ports().ledger().countEndingBefore(ANY, NOW, Instant.parse(limit));
    }

    @Test
    @DisplayName("counts each kind, and forgets none that changes")
    void countsByKind() {
        assertThat(ports().ledger().countsByKind(NOW, NOW.plus(Duration.ofDays(1))))
                .containsExactly(
                        count("issuing", "server", "alice", 3, 0, 0, 0, 1),
                        count("issuing", "server", "bob", 1, 0, 0, 0, 0),
                        count("issuing", "short", "alice", 0, 0, 1, 0, 0),
                        count("issuing-2", "server", "alice", 0, 0, 0, 1, 0));
        record(new HoldReleased("issuing", Samples.certificate("b5").serial(), NOW));
        assertThat(ports().ledger().countsByKind(NOW, NOW.plus(Duration.ofDays(1))))
                .contains(count("issuing", "short", "alice", 1, 1, 0, 0, 0));
        assertThat(ports().ledger().countsByKind(NOW, Instant.parse("2026-03-01T18:00:00Z")))
                .contains(count("issuing", "short", "alice", 1, 0, 0, 0, 0));
    }

    private static KindCount count(
            String issuer,
            String profile,
            String requester,
            long valid,
            long ending,
            long held,
            long revoked,
            long old) {
        return new KindCount(new CertificateKind(issuer, profile, requester), valid, ending, held, revoked, old);
    }

    @Test
    @DisplayName("counts those that end, and those that were issued, day by day")
    void byDay() {
        LocalDate from = LocalDate.parse("2026-02-01");
        LocalDate until = LocalDate.parse("2028-01-01");
        assertThat(ports().ledger().endingByDay(any -> true, from, until))
                .isEqualTo(Map.of(from, 1L, LocalDate.parse("2027-01-01"), 4L));
        assertThat(ports().ledger().endingByDay(kind -> kind.requester().equals("bob"), from, until))
                .isEqualTo(Map.of(LocalDate.parse("2027-01-01"), 1L));
        assertThat(ports().ledger().endingByDay(any -> true, from.plusDays(1), LocalDate.parse("2027-01-01")))
                .isEmpty();
        LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        assertThat(ports().ledger().issuedByDay(any -> true, from, until)).isEqualTo(Map.of(today, 7L));
        assertThat(ports().ledger().issuedByDay(kind -> kind.profile().equals("short"), from, until))
                .isEqualTo(Map.of(today, 1L));
    }

    @Test
    @DisplayName("lists by end, first or last, page by page, whatever else is asked")
    void byEnd() {
        issue(Samples.certificate("d1").names("soon.test").until("2026-03-05T00:00:00Z"));
        issue(Samples.certificate("d2").names("later.test").until("2026-04-05T00:00:00Z"));
        issue(Samples.certificate("d3").names("past.test").until("2026-01-05T00:00:00Z"));
        CertificateQuery all = CertificateQuery.all(NOW, 100);
        assertThat(found(all.ordered(Order.ENDING))).isEqualTo("d3 b4 b5 d1 d2 a1 a2 a3 b6 b7");
        assertThat(found(all.ordered(Order.ENDED))).isEqualTo("b7 b6 a3 a2 a1 d2 d1 b5 b4 d3");
        assertThat(found(query(ANY, Optional.of(Status.EXPIRED)).ordered(Order.ENDED)))
                .isEqualTo("b4 d3");
        assertThat(found(query(Optional.of("test"), Optional.of(Status.VALID)).ordered(Order.ENDING)))
                .isEqualTo("d1 d2 a3 b7");
        assertThat(found(query(ANY, Optional.of(Status.REVOKED)).ordered(Order.ENDING)))
                .isEqualTo("b6");
        Optional<Instant> from = Optional.of(Instant.parse("2026-03-05T00:00:00Z"));
        Optional<Instant> before = Optional.of(Instant.parse("2026-04-05T00:00:00Z"));
        assertThat(found(all.ending(from, before).ordered(Order.ENDING))).isEqualTo("d1");
        assertThat(found(all.ending(from, Optional.empty()))).isEqualTo("d2 d1 b7 b6 a3 a2 a1");
        for (Order order : Order.values()) {
            List<String> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                CertificatePage page =
                        ports().ledger().search(all.ordered(order).page(cursor, 3));
                page.certificates().forEach(one -> seen.add(one.serial().hex()));
                cursor = page.next();
            } while (cursor.isPresent());
            assertThat(String.join(" ", seen)).isEqualTo(found(all.ordered(order)));
        }
    }

    @Test
    @DisplayName("refuses the cursor of another order")
    void otherOrder() {
        Optional<String> cursor =
                ports().ledger().search(CertificateQuery.all(NOW, 2)).next();
        CertificateQuery other =
                CertificateQuery.all(NOW, 2).ordered(Order.ENDING).page(cursor, 2);
        assertThatThrownBy(() -> ports().ledger().search(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("knows the records that changed a certificate's fate")
    void changes() {
        Samples.Certificate held = Samples.certificate("b5");
        List<Long> first = ports().ledger().changes("issuing", held.serial());
        assertThat(first).hasSize(1);
        long released = record(new HoldReleased("issuing", held.serial(), NOW));
        long revoked = record(held.revoked(RevocationReason.SUPERSEDED, NOW));
        assertThat(ports().ledger().changes("issuing", held.serial())).containsExactly(first.get(0), released, revoked);
        assertThat(ports().ledger().changes("issuing", Samples.certificate("a1").serial()))
                .isEmpty();
    }

    @Test
    @DisplayName("gives a requester's latest, newest first")
    void latest() {
        assertThat(ports().ledger().latestFor("alice", 2))
                .extracting(CertificateRecord::serial)
                .containsExactly(
                        Samples.certificate("b7").serial(),
                        Samples.certificate("b6").serial());
        assertThat(ports().ledger().latestFor("nobody", 2)).isEmpty();
    }
}
