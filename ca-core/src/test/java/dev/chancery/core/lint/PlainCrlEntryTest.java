package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("An entry of a CRL that is taken for a plain one")
class PlainCrlEntryTest {
    private static final int ROUNDS = 200_000;

    private final Random random = new Random(20260501);

    private byte[] entry() {
        byte[] serial = new byte[1 + random.nextInt(21)];
        random.nextBytes(serial);
        serial[0] &= (byte) (random.nextInt(8) == 0 ? 0xff : 0x7f);
        String date = String.format(
                "%02d%02d%02d%02d%02d%02dZ",
                random.nextInt(100),
                random.nextInt(14),
                random.nextInt(33),
                random.nextInt(25),
                random.nextInt(61),
                random.nextInt(61));
        byte[] reason = random.nextBoolean()
                ? Tlv.sequence(Draft.extension(
                        CrlDraft.REASON, random.nextInt(9) == 0, new byte[] {0x0a, 1, (byte) random.nextInt(12)}))
                : new byte[0];
        return Tlv.sequence(Tlv.tlv(0x02, serial), Tlv.text(0x17, date), reason);
    }

    private byte[] damaged(byte[] octets) {
        if (random.nextBoolean()) {
            octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return octets;
    }

    @Test
    @Tag("slow")
    @DisplayName("is one to which no rule objects, and says what every reader reads in it")
    void noRuleObjects() {
        int plain = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = damaged(entry());
            boolean delta = random.nextBoolean();
            CrlEntryCursor cursor = new CrlEntryCursor(ByteBuffer.wrap(octets), 0, octets.length);
            boolean readable;
            try {
                readable = cursor.next() && cursor.end() == octets.length;
            } catch (IllegalArgumentException e) {
                readable = false;
            }
            if (readable && cursor.plain(delta)) {
                plain++;
                CrlEntry entry = CrlEntry.read(DerCursor.of(Der.copyOf(octets)));
                assertThat(objections(entry, octets, delta))
                        .as(Der.copyOf(octets).hex())
                        .isEmpty();
                assertThat(Optional.of(Instant.ofEpochSecond(cursor.revokedAt())))
                        .isEqualTo(entry.revocationDate().instant());
                assertThat(cursor.reason()).isEqualTo(entry.reasonCode().orElse(0));
                assertThat(cursor.serial()).isEqualTo(entry.serialNumber());
            }
        }
        assertThat(plain).as("tried often enough").isGreaterThan(ROUNDS / 20);
    }

    private static List<String> objections(CrlEntry entry, byte[] octets, boolean delta) {
        List<String> objections = new java.util.ArrayList<>();
        CrlEncoding.judge(DerCursor.of(Der.copyOf(octets))).ifPresent(objections::add);
        AllCrlRules.entryRules().forEach(rule -> rule.judge(entry, delta).ifPresent(objections::add));
        return objections;
    }

    @Test
    @Tag("slow")
    @DisplayName("has every day of the calendar right")
    void everyDay() {
        Instant day = Instant.parse("1950-01-01T12:34:56Z");
        while (day.isBefore(Instant.parse("2050-01-01T00:00:00Z"))) {
            String text = day.toString();
            String date = text.substring(2, 4) + text.substring(5, 7) + text.substring(8, 10) + "123456Z";
            byte[] octets = Tlv.sequence(Tlv.integer(5), Tlv.text(0x17, date));
            CrlEntryCursor cursor = new CrlEntryCursor(ByteBuffer.wrap(octets), 0, octets.length);
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.plain(false)).as(date).isTrue();
            assertThat(cursor.revokedAt()).as(date).isEqualTo(day.getEpochSecond());
            day = day.plusSeconds(86_400);
        }
    }
}
