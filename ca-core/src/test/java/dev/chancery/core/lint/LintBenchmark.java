package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Judging a server certificate that is to be signed, by every rule. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LintBenchmark {
    private final Linter linter = new Linter();
    private final Judged elliptic = Judged.of(Scenes.ecServer());
    private final Judged rsa = Judged.of(Scenes.rsaServer());

    /** Many certificates that differ in their serials, since the JDK remembers the last 750 that it read. */
    private record Judged(List<Der> drafts, Der algorithm, Der signer, Expectation expectation, AtomicInteger next) {
        static Judged of(Scene scene) {
            List<Der> drafts = new ArrayList<>();
            for (int i = 0; i < 4096; i++) {
                BigInteger serial = BigInteger.valueOf(0x9e3779b97f4a7c15L * (i + 1))
                        .abs()
                        .shiftLeft(60)
                        .setBit(126);
                scene.certificate.serial = Tlv.tlv(0x02, serial.toByteArray());
                drafts.add(scene.certificate.tbs());
            }
            return new Judged(
                    drafts,
                    Der.copyOf(scene.certificate.outer),
                    Der.copyOf(scene.signerKey),
                    scene.expectation(),
                    new AtomicInteger());
        }

        Der tbs() {
            return drafts.get(next.getAndIncrement() & 4095);
        }
    }

    /** P-256. */
    @Benchmark
    public Object elliptic() {
        return judge(elliptic);
    }

    /** RSA 2048. */
    @Benchmark
    public Object rsa() {
        return judge(rsa);
    }

    /** What the JDK's parser takes of it. */
    @Benchmark
    public Object parsers() {
        return JudgedCertificate.read(
                PlaceholderSignature.wrap(elliptic.tbs(), elliptic.algorithm(), elliptic.signer()));
    }

    private Object judge(Judged judged) {
        LintOutcome outcome = linter.judge(judged.tbs(), judged.algorithm(), judged.signer(), judged.expectation());
        if (!(outcome instanceof LintOutcome.Passed)) {
            throw new IllegalStateException("a good certificate did not pass: " + outcome);
        }
        return outcome;
    }
}
