package dev.chancery.core.lint;

import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.x509.DerCursor.MalformedDerException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 5280 §5.1.2.6: a step to the next entry of a CRL")
class CrlEntryCursorTest {
    private static final String DATE = "260201000000Z";

    private static CrlEntryCursor cursor(byte[]... entries) {
        byte[] all = Tlv.concat(entries);
        return new CrlEntryCursor(ByteBuffer.wrap(all), 0, all.length);
    }

    private static CrlEntryCursor at(byte[] entry) {
        CrlEntryCursor cursor = cursor(entry);
        assertThat(cursor.next()).isTrue();
        return cursor;
    }

    private static byte[] entry(String serial, String date, byte[]... reason) {
        return sequence(tlv(0x02, hex(serial)), text(0x17, date), reason.length == 0 ? new byte[0] : reason[0]);
    }

    private static byte[] reason(int code) {
        return sequence(Draft.extension(CrlDraft.REASON, false, new byte[] {0x0a, 1, (byte) code}));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "01, true",
        "7f, true",
        "0080, true",
        "00ff01, true",
        "7fffffffffffffffffffffffffffffffffffffff, true",
        "00, false",
        "0001, false",
        "007f, false",
        "80, false",
        "ff, false",
        "'', false",
        "017fffffffffffffffffffffffffffffffffffffff, false"
    })
    @DisplayName("finds a plain serial:")
    void serial(String serial, boolean plain) {
        assertThat(at(entry(serial, DATE)).plain(false)).isEqualTo(plain);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "500101000000Z, 1950-01-01T00:00:00Z",
        "491231235959Z, 2049-12-31T23:59:59Z",
        "700101000001Z, 1970-01-01T00:00:01Z",
        "000229000000Z, 2000-02-29T00:00:00Z",
        "000301000000Z, 2000-03-01T00:00:00Z",
        "010228235900Z, 2001-02-28T23:59:00Z",
        "240229123456Z, 2024-02-29T12:34:56Z",
        "991231000000Z, 1999-12-31T00:00:00Z",
        "260131000000Z, 2026-01-31T00:00:00Z",
        "260930000000Z, 2026-09-30T00:00:00Z"
    })
    @DisplayName("finds a plain date:")
    void date(String date, Instant instant) {
        CrlEntryCursor cursor = at(entry("05", date));
        assertThat(cursor.plain(false)).isTrue();
        assertThat(cursor.revokedAt()).isEqualTo(instant.getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "260001000000Z",
                "261301000000Z",
                "260100000000Z",
                "260132000000Z",
                "260229000000Z",
                "260431000000Z",
                "260101240000Z",
                "260101006000Z",
                "260101000060Z",
                "26010100000/Z",
                "26010100000:Z",
                "2601010000/0Z",
                "2601010000:0Z",
                "/60101000000Z",
                "260101000000z",
                "26010100000Z",
                "2601010000000Z"
            })
    @DisplayName("and none where the rules would object")
    void noDate(String date) {
        assertThat(at(entry("05", date)).plain(false)).isFalse();
    }

    @Test
    @DisplayName("takes a date for the one before only where it is the same in every digit")
    void dates() {
        CrlEntryCursor cursor = cursor(
                entry("01", "260201000000Z"),
                entry("02", "260201000000Z"),
                entry("03", "260201000001Z"),
                entry("04", "250201000001Z"));
        long first = Instant.parse("2026-02-01T00:00:00Z").getEpochSecond();
        for (long expected : new long[] {
            first, first, first + 1, Instant.parse("2025-02-01T00:00:01Z").getEpochSecond()
        }) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.revokedAt()).isEqualTo(expected);
        }
        assertThat(cursor.next()).isFalse();
    }

    @Test
    @DisplayName("finds the reasons that there are, and removal only in a delta CRL")
    void reasons() {
        assertThat(at(entry("05", DATE)).reason()).isZero();
        assertThat(at(entry("05", DATE)).reasonCode()).isEmpty();
        for (int code = 0; code < 40; code++) {
            CrlEntryCursor cursor = at(entry("05", DATE, reason(code)));
            boolean known = code >= 1 && code <= 10 && code != 7;
            assertThat(cursor.plain(true)).as("reason " + code).isEqualTo(known);
            assertThat(cursor.plain(false)).as("reason " + code).isEqualTo(known && code != 8);
            assertThat(cursor.reason()).isEqualTo(code);
            assertThat(cursor.reasonCode()).hasValue(code);
        }
        assertThat(at(entry("05", DATE, reason(0x80 | 5))).plain(true)).isFalse();
    }

    @Test
    @DisplayName("reads through the rules what is of another form")
    void otherForms() {
        byte[] critical = sequence(Draft.extension(CrlDraft.REASON, true, hex("0a0101")));
        byte[] invalidity = sequence(Draft.extension("2.5.29.24", false, text(0x18, "20260115120000Z")));
        byte[] twoOctets = sequence(Draft.extension(CrlDraft.REASON, false, hex("0a020001")));
        for (byte[] rest : new byte[][] {critical, invalidity, twoOctets, sequence()}) {
            assertThat(at(entry("05", DATE, rest)).plain(true)).isFalse();
        }
        assertThat(at(entry("05", DATE, critical)).reason()).isEqualTo(1);
        assertThat(at(entry("05", DATE, critical)).reasonCode()).hasValue(1);
        assertThat(at(entry("05", DATE, invalidity)).reason()).isZero();
        assertThat(at(entry("05", DATE, invalidity)).reasonCode()).isEmpty();
        CrlEntryCursor generalized = at(sequence(integer(5), text(0x18, "20260201000000Z")));
        assertThat(generalized.plain(true)).isFalse();
        assertThat(generalized.revokedAt())
                .isEqualTo(Instant.parse("2026-02-01T00:00:00Z").getEpochSecond());
        CrlEntryCursor broken = at(entry("", DATE));
        assertThatThrownBy(broken::serial).hasMessageContaining("INTEGER without octets");
        assertThatThrownBy(() -> at(sequence(text(0x0c, "x"))))
                .hasMessage("userCertificate has the tag 0x0c where 0x02 belongs, at octet 2");
        assertThatThrownBy(() -> at(tlv(0xb0, integer(1))))
                .hasMessage("revokedCertificate has the tag 0xb0 where 0x30 belongs, at octet 0");
    }

    @Test
    @DisplayName("says where it stands, and whether the serials ascend, as numbers")
    void places() {
        byte[] one = entry("7f", DATE);
        byte[] two = entry("0080", DATE);
        byte[] three = entry("5a01020304050607", DATE);
        byte[] four = entry("5a0102030405060780", DATE);
        byte[] five = entry("5a0102030405060781", DATE);
        CrlEntryCursor cursor = cursor(one, two, three, four, five, four, four, one);
        boolean[] ascending = {true, true, true, true, true, false, false, false};
        int offset = 0;
        for (boolean ascends : ascending) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.ascends()).isEqualTo(ascends);
            assertThat(cursor.start()).isEqualTo(offset);
            offset = cursor.end();
            assertThat(cursor.serialLength()).isEqualTo(cursor.serial().toByteArray().length);
            assertThat(cursor.copied().encoded().length()).isEqualTo(cursor.end() - cursor.start());
        }
        assertThat(cursor.next()).isFalse();
        assertThat(at(five).serialWord(0)).isEqualTo(0x5a01020304050607L);
        assertThat(at(five).serialWord(1)).isEqualTo(0x0102030405060781L);
        assertThat(at(five).serialWord(8)).isEqualTo(0x8100000000000000L);
        assertThat(at(one).serialWord(0)).isEqualTo(0x7f00000000000000L);
        assertThat(at(four).compareSerial(at(five))).isNegative();
        assertThat(at(five).compareSerial(at(four))).isPositive();
        assertThat(at(four).compareSerial(at(four))).isZero();
        assertThat(at(one).compareSerial(at(two))).isNegative();
    }

    @Test
    @DisplayName("compares octet by octet")
    void sameOctets() {
        for (int filler = 1; filler <= 9; filler++) {
            byte[] entry = entry("11".repeat(filler), DATE);
            assertThat(at(entry).sameOctets(at(entry.clone()))).isTrue();
            assertThat(at(entry).sameOctets(at(entry("11".repeat(filler + 1), DATE))))
                    .isFalse();
            for (int i = 4; i < entry.length; i++) {
                byte[] other = Arrays.copyOf(entry, entry.length);
                other[i] ^= 1;
                CrlEntryCursor changed = new CrlEntryCursor(ByteBuffer.wrap(other), 0, other.length);
                if (i < 4 + filler || i > 5 + filler) {
                    assertThat(changed.next()).isTrue();
                    assertThat(at(entry).sameOctets(changed)).as("octet " + i).isFalse();
                }
            }
        }
    }

    @Test
    @DisplayName("and wherever the two stand")
    void sameOctetsElsewhere() {
        byte[] one = entry("11", DATE);
        byte[] two = entry("12", DATE);
        CrlEntryCursor first = cursor(two, one);
        CrlEntryCursor second = cursor(two, two, one);
        for (CrlEntryCursor each : List.of(first, second, first, second)) {
            assertThat(each.next()).isTrue();
        }
        assertThat(first.sameOctets(second)).isFalse();
        assertThat(second.next()).isTrue();
        assertThat(first.sameOctets(second)).isTrue();
        assertThat(second.sameOctets(first)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30",
                "3f00",
                "3001",
                "308000",
                "308100",
                "30817f",
                "3082007f",
                "30820001",
                "3085000000000100",
                "3082",
                "3084ffffffff",
                "30020500"
            })
    @DisplayName("stops at what is no DER")
    void malformed(String hex) {
        byte[] octets = hex(hex);
        assertThatThrownBy(() -> new CrlEntryCursor(ByteBuffer.wrap(octets), 0, octets.length).next())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("takes lengths of every form that DER has")
    void lengths() {
        for (int length : new int[] {0, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x10000}) {
            byte[] octets = tlv(0x04, new byte[length]);
            DerSpan span = DerSpan.of(ByteBuffer.wrap(octets));
            assertThat(span.contentLength()).isEqualTo(length);
            assertThat(span.length()).isEqualTo(octets.length);
            assertThat(span.tag()).isEqualTo(0x04);
            assertThat(span.encoded().remaining()).isEqualTo(octets.length);
            assertThat(span.cursor().contentLength()).isEqualTo(length);
            byte[] longer = Arrays.copyOf(octets, octets.length + 1);
            assertThatThrownBy(() -> DerSpan.of(ByteBuffer.wrap(longer))).hasMessageContaining("trailing octets");
            byte[] shorter = Arrays.copyOf(octets, octets.length - 1);
            assertThatThrownBy(() -> DerSpan.of(ByteBuffer.wrap(shorter))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("and none that goes beyond the limit, wherever it stands")
    void limits() {
        for (int length : new int[] {0, 1, 0x7f, 0x80, 0xff, 0x100, 0x10000}) {
            byte[] element = tlv(0x04, new byte[length]);
            byte[] octets = Tlv.concat(new byte[700], element, new byte[700]);
            int end = 700 + element.length;
            DerSpan span = DerSpan.at(ByteBuffer.wrap(octets), 700, end);
            assertThat(span.tag()).isEqualTo(0x04);
            assertThat(span.end()).isEqualTo(end);
            assertThat(span.contentLength()).isEqualTo(length);
            assertThat(span.length()).isEqualTo(element.length);
            assertThat(span.encoded().remaining()).isEqualTo(element.length);
            assertThat(span.cursor().contentLength()).isEqualTo(length);
            assertThatThrownBy(() -> DerSpan.at(ByteBuffer.wrap(octets), 700, end - 1))
                    .isInstanceOf(MalformedDerException.class);
        }
        for (String notMinimal : List.of("04817f" + "00".repeat(127), "048200ff" + "00".repeat(255))) {
            byte[] octets = hex(notMinimal);
            assertThatThrownBy(() -> DerSpan.of(ByteBuffer.wrap(octets))).hasMessageContaining("length not minimal");
        }
        byte[] five = Tlv.concat(hex("04850000000001"), new byte[1]);
        assertThatThrownBy(() -> DerSpan.of(ByteBuffer.wrap(five))).hasMessageContaining("impossible length");
        assertThatThrownBy(() -> DerSpan.of(ByteBuffer.wrap(hex("0480"))))
                .hasMessageContaining("indefinite or impossible length");
        assertThatThrownBy(() -> DerSpan.of(ByteBuffer.wrap(hex("04840001"))))
                .hasMessageContaining("indefinite or impossible length");
        assertThatThrownBy(() -> DerSpan.of(ByteBuffer.wrap(hex("048480000000"))))
                .hasMessageContaining("length not minimal");
        assertThatThrownBy(() -> DerSpan.of(ByteBuffer.wrap(hex("04847fffffff"))))
                .hasMessageContaining("length beyond the input");
    }
}
