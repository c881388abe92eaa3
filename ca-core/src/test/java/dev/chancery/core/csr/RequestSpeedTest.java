package dev.chancery.core.csr;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.security.Provider;
import java.util.List;
import java.util.ServiceLoader;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reading a request")
class RequestSpeedTest {
    private static final int WARM_UP = 400;
    private static final int BATCHES = 20;
    private static final int BATCH = 20;

    /** With parsing, key quality and proof of possession; the fastest batch, in processor time. */
    @Test
    @DisplayName("takes at most a millisecond with Amazon's provider, for RSA 2048 and for P-256")
    void millisecond() {
        List<Provider> amazon = ServiceLoader.load(Provider.class).stream()
                .filter(candidate -> candidate.type().getName().contains("AmazonCorretto"))
                .map(ServiceLoader.Provider::get)
                .toList();
        CertificateRequestReader reader = new CertificateRequestReader(amazon);
        GeneralName name = new GeneralName(GeneralName.dNSName, "a.lab.example.com");

        long elliptic = micros(reader, new SampleRequest().names(name));
        long rsa = micros(
                reader,
                new SampleRequest(SampleRequest.rsa(2048))
                        .signedWith("SHA256withRSA")
                        .names(name));

        System.Logger log = System.getLogger(RequestSpeedTest.class.getName());
        log.log(System.Logger.Level.INFO, "a request with P-256 takes {0} µs, with RSA 2048 {1} µs", elliptic, rsa);
        assertThat(elliptic).isLessThanOrEqualTo(1000);
        assertThat(rsa).isLessThanOrEqualTo(1000);
    }

    private static long micros(CertificateRequestReader reader, SampleRequest request) {
        byte[] input = request.pemOctets();
        for (int i = 0; i < WARM_UP; i++) {
            Outcomes.accepted(reader.read(input));
        }
        long best = Long.MAX_VALUE;
        for (int batch = 0; batch < BATCHES; batch++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < BATCH; i++) {
                reader.read(input);
            }
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            best = Math.min(best, spent / BATCH / 1000);
        }
        return best;
    }
}
