package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Der;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
@DisplayName("Judging a certificate is quick")
class LintSpeedTest {
    @Test
    @DisplayName("a tenth of what signing with RSA costs, on any machine: 400 µs at most")
    void quick() {
        Linter linter = new Linter();
        for (Scene scene : List.of(Scenes.ecServer(), Scenes.rsaServer())) {
            double best = Double.MAX_VALUE;
            for (int round = 0; round < 12; round++) {
                best = Math.min(best, microseconds(linter, scene));
            }
            System.out.printf("lint: %.1f µs per certificate%n", best);
            assertThat(best).isLessThan(400);
        }
    }

    private static double microseconds(Linter linter, Scene scene) {
        List<Der> certificates = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            byte[] serial = BigInteger.valueOf(System.nanoTime())
                    .shiftLeft(64)
                    .setBit(126)
                    .toByteArray();
            scene.certificate.serial = Tlv.tlv(0x02, serial);
            certificates.add(scene.certificate.tbs());
        }
        Der algorithm = Der.copyOf(scene.certificate.outer);
        Der key = Der.copyOf(scene.signerKey);
        Expectation expectation = scene.expectation();
        long start = processorTime();
        for (Der certificate : certificates) {
            assertThat(linter.judge(certificate, algorithm, key, expectation) instanceof LintOutcome.Passed)
                    .isTrue();
        }
        return (processorTime() - start) / 1000.0 / certificates.size();
    }

    /** Of this thread, so that a busy machine does not fail the build. */
    static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
