package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.concurrent.TimeUnit;
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

    private record Judged(Der tbs, Der algorithm, Der signer, Expectation expectation) {
        static Judged of(Scene scene) {
            return new Judged(
                    scene.certificate.tbs(),
                    Der.copyOf(scene.certificate.outer),
                    Der.copyOf(scene.signerKey),
                    scene.expectation());
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
