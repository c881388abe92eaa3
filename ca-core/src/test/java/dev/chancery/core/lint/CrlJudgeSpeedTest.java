package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
@DisplayName("A CRL of a million entries")
class CrlJudgeSpeedTest {
    @Test
    @DisplayName("is judged in less than ten seconds")
    void million() {
        CrlDraft draft = CrlDraft.empty();
        Random random = new Random(1);
        byte[] tail = Tlv.concat(
                Tlv.text(0x17, "260201000000Z"),
                Tlv.sequence(Draft.extension(CrlDraft.REASON, false, Tlv.hex("0a0101"))));
        for (int i = 0; i < 1_000_000; i++) {
            draft.entry(Tlv.sequence(
                    Tlv.tlv(0x02, new BigInteger(125, random).setBit(126).toByteArray()), tail));
        }
        Der crl = draft.crl();
        draft.entries.clear();
        Der ca = draft.ca.certificate();
        long start = LintSpeedTest.processorTime();
        assertThat(CrlJudge.judge(crl, ca)).isEmpty();
        Duration taken = Duration.ofNanos(LintSpeedTest.processorTime() - start);
        System.out.printf("CRL of %d octets judged in %d ms%n", crl.length(), taken.toMillis());
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
    }
}
