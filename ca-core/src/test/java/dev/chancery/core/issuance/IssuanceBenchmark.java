package dev.chancery.core.issuance;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.security.SecureRandom;
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

/** Encoding a certificate for a P-256 key, signing it with P-256, and reading it again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class IssuanceBenchmark {
    private final IssuanceFixture fixture = new IssuanceFixture(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P256);
    private final Issuer issuer = fixture.issuing;
    private final Signatory signatory = Signatory.of(issuer);
    private final Grant grant = fixture.grant("www.lab.example.com", "api.lab.example.com");
    private final ConstantExtensions constant = ConstantExtensions.of(grant.profile());
    private final CertificateDrafter drafter = new CertificateDrafter(new SecureRandom());
    private final Der draft = drafter.draft(Contents.of(grant, constant), signatory);
    private final Der certificate = fixture.issued(grant).certificate().der();

    /** A TBSCertificate. */
    @Benchmark
    public Object encode() {
        return drafter.draft(Contents.of(grant, constant), signatory);
    }

    /** The signature alone, and the check that it holds. */
    @Benchmark
    public Object sign() {
        return signatory.key().sign(draft);
    }

    /** What everybody asks a certificate for. */
    @Benchmark
    public Object read() {
        return new EncodedCertificate(certificate);
    }
}
