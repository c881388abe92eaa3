package dev.chancery.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.CrlCoverage;
import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.journal.CrlDifference.Certificates;
import dev.chancery.core.journal.JournalEvent.CrlFilesRemoved;
import dev.chancery.core.journal.JournalEvent.CrlNumbersRaised;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a {@link CrlArchive} promises. */
@DisplayName("A CRL archive")
public abstract class CrlArchiveContract extends PortsContract {
    private CrlSigned signed(String issuer, String scope, String number) {
        return new CrlSigned(
                issuer,
                scope,
                new BigInteger(number),
                NOW,
                NOW.plus(Duration.ofDays(7)),
                3,
                Der.fromHex("00").sha256());
    }

    @Test
    @DisplayName("knows zero before the first CRL")
    void zero() {
        assertThat(ports().crlArchive().highest("issuing", "issuing")).isEqualTo(CrlNumber.ZERO);
        assertThat(ports().crlArchive().list("issuing", 10)).isEmpty();
    }

    @Test
    @DisplayName("remembers the highest number of each scope, up to 159 bits")
    void highest() {
        String largest = BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE).toString();
        record(signed("issuing", "issuing", "9"));
        record(signed("issuing", "issuing", "10"));
        record(signed("issuing", "issuing/1", largest));
        record(signed("root", "root", "4"));

        assertThat(ports().crlArchive().highest("issuing", "issuing").value()).isEqualTo(10);
        assertThat(ports().crlArchive().highest("issuing", "issuing/1").value()).isEqualTo(largest);
        assertThat(ports().crlArchive().highest("root", "root").value()).isEqualTo(4);
        assertThat(ports().crlArchive().highest("root", "issuing")).isEqualTo(CrlNumber.ZERO);
    }

    @Test
    @DisplayName("refuses a number that does not rise, zero included")
    void rising() {
        refused(Kind.CRL_NUMBER_NOT_RISING, signed("issuing", "issuing", "0"));
        record(signed("issuing", "issuing", "7"));
        refused(Kind.CRL_NUMBER_NOT_RISING, signed("issuing", "issuing", "7"));
        refused(Kind.CRL_NUMBER_NOT_RISING, signed("issuing", "issuing", "6"));
        record(signed("issuing", "issuing/1", "1"));
    }

    @Test
    @DisplayName("counts raised numbers as used, and lists only what was signed")
    void raised() {
        record(signed("issuing", "issuing", "7"));
        refused(Kind.CRL_NUMBER_NOT_RISING, raised("7"));
        record(raised("1000"));
        assertThat(ports().crlArchive().highest("issuing", "issuing").value()).isEqualTo(1000);
        assertThat(ports().crlArchive().highest("issuing", "issuing/1")).isEqualTo(CrlNumber.ZERO);
        assertThat(ports().crlArchive().list("issuing", 10)).containsExactly(entry(recorded() - 1, "issuing", 7));

        refused(Kind.CRL_NUMBER_NOT_RISING, signed("issuing", "issuing", "1000"));
        record(signed("issuing", "issuing", "1001"));
        assertThat(ports().crlArchive().highest("issuing", "issuing").value()).isEqualTo(1001);
    }

    private static CrlNumbersRaised raised(String number) {
        return new CrlNumbersRaised("issuing", "issuing", new BigInteger(number), "restored from a backup");
    }

    @Test
    @DisplayName("lists what one CA signed, newest first")
    void list() {
        record(signed("issuing", "issuing", "1"));
        record(signed("root", "root", "1"));
        record(signed("issuing", "issuing/1", "1"));
        record(signed("issuing", "issuing", "2"));

        assertThat(ports().crlArchive().list("issuing", 2))
                .containsExactly(entry(recorded(), "issuing", 2), entry(recorded() - 1, "issuing/1", 1));
        assertThat(ports().crlArchive().list("issuing", 10)).hasSize(3);
    }

    @Test
    @DisplayName("knows the last one of each scope, however many others came since")
    void last() {
        record(signed("issuing", "issuing/1", "1"));
        record(signed("issuing", "issuing/1", "2"));
        record(signed("issuing", "issuing", "9"));

        assertThat(ports().crlArchive().last("issuing", "issuing/1")).contains(entry(recorded() - 1, "issuing/1", 2));
        assertThat(ports().crlArchive().last("issuing", "issuing/2")).isEmpty();
    }

    @Test
    @DisplayName("finds one by its number, and the journal's record about it")
    void find() {
        record(signed("issuing", "issuing", "1"));
        record(signed("issuing", "issuing", "2"));
        record(signed("issuing", "issuing/1", "3"));

        CrlArchive archive = ports().crlArchive();
        assertThat(archive.find("issuing", "issuing", number(1))).contains(entry(recorded() - 2, "issuing", 1));
        assertThat(archive.find("issuing", "issuing", number(3))).isEmpty();
        assertThat(archive.find("root", "issuing", number(1))).isEmpty();
    }

    private long recorded() {
        return ports().journal().lastSequence();
    }

    private static CrlNumber number(long number) {
        return new CrlNumber(BigInteger.valueOf(number));
    }

    @Test
    @DisplayName("pages through one scope by number, highest first")
    void page() {
        for (int number : List.of(1, 2, 5, 9)) {
            record(signed("issuing", "issuing", String.valueOf(number)));
        }
        record(signed("issuing", "issuing/delta", "10"));

        CrlArchive archive = ports().crlArchive();
        assertThat(archive.page("issuing", "issuing", Optional.empty(), 2))
                .extracting(one -> one.number().value().intValue())
                .containsExactly(9, 5);
        assertThat(archive.page("issuing", "issuing", Optional.of(number(5)), 10))
                .extracting(one -> one.number().value().intValue())
                .containsExactly(2, 1);
        assertThat(archive.page("issuing", "issuing", Optional.of(number(1)), 10))
                .isEmpty();
    }

    @Test
    @DisplayName("knows what each changed, and whose file was deleted and when")
    void difference() {
        CrlDifference difference = new CrlDifference(
                BigInteger.ONE,
                new Certificates(3, List.of(SerialNumber.parse("4a01"), SerialNumber.parse("4a02"))),
                new Certificates(0, List.of()),
                new Certificates(1, List.of(SerialNumber.parse("4a03"))));
        record(signed("issuing", "issuing", "1"));
        record(new CrlSigned(
                "issuing",
                "issuing",
                BigInteger.TWO,
                NOW,
                NOW.plus(Duration.ofDays(7)),
                3,
                Der.fromHex("00").sha256(),
                Optional.of(new CrlCoverage(1, NOW)),
                Optional.of(difference)));
        record(new CrlFilesRemoved("issuing", "issuing", List.of(BigInteger.ONE, BigInteger.TEN), "a year old"));

        List<CrlArchive.Entry> page = ports().crlArchive().page("issuing", "issuing", Optional.empty(), 10);
        assertThat(page)
                .extracting(CrlArchive.Entry::difference)
                .containsExactly(Optional.of(difference), Optional.empty());
        assertThat(page.get(0).fileRemoved()).isEmpty();
        assertThat(page.get(1).fileRemoved()).isEqualTo(ports().journal().lastTime());
    }

    private CrlArchive.Entry entry(long record, String scope, long number) {
        return new CrlArchive.Entry(
                record,
                "issuing",
                scope,
                number(number),
                NOW,
                NOW.plus(Duration.ofDays(7)),
                3,
                Der.fromHex("00").sha256(),
                Optional.empty(),
                Optional.empty());
    }
}
