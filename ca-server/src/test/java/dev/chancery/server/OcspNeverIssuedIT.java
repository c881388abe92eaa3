package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SECURITY.md rule 13, from outside: each question is a request of its own over HTTP. */
@DisplayName("Serial numbers that were never issued")
class OcspNeverIssuedIT {
    private static final int CLIENTS = 4;

    /** Every answer is read; of one in so many the signature is verified as well. */
    private static final int VERIFIED = 20;

    @TempDir
    private static Path data;

    @TempDir
    private static Path work;

    private static final List<BigInteger> issued = new ArrayList<>();
    private static TestServer server;
    private static EncodedCertificate issuing;

    private final Map<String, Integer> verdicts = new ConcurrentSkipListMap<>();
    private final AtomicInteger verified = new AtomicInteger();

    @BeforeAll
    static void prepare() throws IOException {
        server = TestServer.start(data);
        issuing = EncodedCertificate.ofPem(TestServer.text(server.get(server.http("/ca/issuing.pem"))));
        String csr = Csr.p256(work, "www.lab.example.com");
        for (int i = 0; i < 20; i++) {
            String serial = server.issue("tls-server", csr).get("serial").asString();
            issued.add(SerialNumber.parse(serial).value());
            if (i % 4 == 0) {
                server.revoke(serial, "superseded");
            }
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @DisplayName("2,000 of them: none is good")
    void some() throws Exception {
        none(2_000, 11);
    }

    @Test
    @Tag("long")
    @DisplayName("100,000 of them: none is good")
    void many() throws Exception {
        none(100_000, 12);
    }

    private void none(int count, long seed) throws Exception {
        long began = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(seed * CLIENTS + i);
                running.add(clients.submit(() -> {
                    ask(count / CLIENTS, random);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            clients.shutdownNow();
        }
        System.out.printf(
                "never issued: %d questions, answered %s, %d signatures verified, %d s%n",
                count,
                verdicts,
                verified.get(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
        assertThat(verdicts).isEqualTo(Map.of("unknown", count));
        OcspQuestion question = new OcspQuestion(server, issuing);
        assertThat(issued.stream().map(question::verdict))
                .as("those that were issued")
                .containsOnly("good", "revoked");
    }

    private void ask(int count, Random random) throws Exception {
        OcspQuestion question = new OcspQuestion(server, issuing);
        for (int i = 0; i < count; i++) {
            BigInteger serial = serial(random);
            OcspAnswer answer = new OcspAnswer(question.ask(question.request(serial)));
            Map<BigInteger, String> said = answer.verdicts();
            assertThat(said).containsOnlyKeys(serial);
            said.values().forEach(verdict -> verdicts.merge(verdict, 1, Integer::sum));
            if (i % VERIFIED == 0) {
                answer.mustBeSignedFor(issuing);
                verified.incrementAndGet();
            }
        }
    }

    /** Like ours, of any length that RFC 5280 §4.1.2.2 allows, or one octet away from one that was issued. */
    private static BigInteger serial(Random random) {
        BigInteger one = switch (random.nextInt(3)) {
            case 0 -> new BigInteger(127, random).setBit(120);
            case 1 -> new BigInteger(1 + random.nextInt(159), random).add(BigInteger.ONE);
            default ->
                issued.get(random.nextInt(issued.size()))
                        .xor(BigInteger.valueOf(1 + random.nextInt(255)).shiftLeft(8 * random.nextInt(15)));
        };
        return issued.contains(one) ? serial(random) : one;
    }
}
