package dev.chancery.core.csr;

import dev.chancery.core.keys.SignatureProvider;
import dev.chancery.core.x509.Der;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x509.GeneralName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a request with a P-256 key and two names, and its parts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RequestBenchmark {
    private final CertificateRequestReader reader =
            new CertificateRequestReader(SignatureProvider.fastest().preferred());
    private final ProofOfPossession possession =
            new ProofOfPossession(SignatureProvider.fastest().preferred());
    private final KeyQuality quality = new KeyQuality(PredictableKeys.none());
    private byte[] pem;
    private Der der;
    private RequestParts parts;

    /** A request as tools write it. */
    @Setup
    public void make() {
        SampleRequest request = new SampleRequest()
                .names(
                        new GeneralName(GeneralName.dNSName, "www.lab.example.com"),
                        new GeneralName(GeneralName.dNSName, "api.lab.example.com"));
        pem = request.pemOctets();
        der = request.der();
        parts = RequestParts.of(der);
    }

    /** All of it, from PEM, with proof of possession. */
    @Benchmark
    public Object read() {
        return reader.read(pem);
    }

    /** Without PEM. */
    @Benchmark
    public Object readDer() {
        return reader.read(der.unsafeOctets());
    }

    /** PEM to DER. */
    @Benchmark
    public Object armour() {
        return Armour.open(pem);
    }

    /** Proof of possession alone. */
    @Benchmark
    public Object verify() {
        return possession.check(parts, "EC");
    }

    /** Key quality alone. */
    @Benchmark
    public Object keyQuality() {
        return quality.judge(parts.subjectPublicKeyInfo());
    }
}
