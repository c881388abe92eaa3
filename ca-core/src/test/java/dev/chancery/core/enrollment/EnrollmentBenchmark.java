package dev.chancery.core.enrollment;

import dev.chancery.core.access.CrownNames;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.issuance.Issuance;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.SignatureProvider;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.measuring.NoJournal;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

/** The core's whole share of a certificate: from a request in PEM, with a P-256 key, to the signed certificate. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EnrollmentBenchmark {
    private final MemoryStores stores = new MemoryStores(Clock.systemUTC());
    private final NoJournal journal = new NoJournal();
    private final IssuerRegistry issuers = new IssuerRegistry();
    private final CertificateRequestReader reader =
            new CertificateRequestReader(SignatureProvider.fastest().preferred());
    private final Judge judge = new Judge(
            reader,
            EnrollmentFixture.profiles(),
            issuers,
            key -> false,
            new Standing(stores.accounts(), List.of()),
            new Approvals(CrownNames.none()),
            Clock.systemUTC());
    private final Enrollment enrollment;
    private final EnrollmentRequest request;
    private final Permit permit = Permits.of(EnrollmentFixture.RITA, Permission.REQUEST_CERTIFICATE);

    /** With the provider that is the fastest here, as the server has it. */
    public EnrollmentBenchmark() {
        Clock clock = Clock.systemUTC();
        issuers.add(new SampleAuthority("issuing", KeyAlgorithm.EC_P256, clock.instant()).issuer());
        Issuance issuance = new Issuance(issuers, new Linter(), journal, stores.ledger(), clock, new SecureRandom());
        enrollment = new Enrollment(
                reader,
                stores.accounts(),
                List.of(),
                CrownNames.none(),
                EnrollmentFixture.profiles(),
                issuers,
                issuance,
                stores.ledger(),
                stores.requestQueue(),
                journal,
                clock);
        EnrollmentRequest sample = Asking.server("www.lab.example.com", "api.lab.example.com");
        byte[] pem = Pem.encode("CERTIFICATE REQUEST", sample.csr()).getBytes(StandardCharsets.US_ASCII);
        request = new EnrollmentRequest("tls-server", Der.ofOwned(pem), Wishes.none(), Optional.empty());
    }

    /** Read, judged, drafted, linted, signed. */
    @Benchmark
    public Object issue() {
        IssuanceOutcome outcome = enrollment.request(permit, request);
        if (!(outcome instanceof IssuanceOutcome.Issued)) {
            throw new IllegalStateException("a good request got no certificate: " + outcome);
        }
        return outcome;
    }

    /** Read and judged, with proof of possession. */
    @Benchmark
    public Object judge() {
        return judge.judge(EnrollmentFixture.RITA, request);
    }
}
