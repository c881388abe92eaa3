package dev.chancery.core.csr;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The short form; the long one runs under Jazzer. */
@DisplayName("Damaged requests (SECURITY.md rule 24)")
class RequestFuzzTest {
    private static final int RUNS = 10_000;
    private static final long SLOWEST_MILLIS = 200;

    private final Random random = new Random(42);

    @Test
    @DisplayName("never raise an exception and never take long, whatever is changed in them")
    void damaged() {
        List<byte[]> seeds = seeds();
        Outcomes.read(seeds.get(0)); // loads classes
        long slowest = 0;
        int accepted = 0;
        for (int run = 0; run < RUNS; run++) {
            byte[] input = damage(seeds.get(run % seeds.size()), seeds);
            long before = cpuTime();
            CsrOutcome outcome = read(input);
            slowest = Math.max(slowest, cpuTime() - before);
            accepted += outcome.fold(request -> 1, rejected -> 0);
        }
        assertThat(TimeUnit.NANOSECONDS.toMillis(slowest)).isLessThan(SLOWEST_MILLIS);
        // Some changes do no harm (white space in PEM); if most did none, this would test nothing.
        assertThat(accepted).isLessThan(RUNS / 5);
    }

    private static CsrOutcome read(byte[] input) {
        try {
            CsrOutcome outcome = Outcomes.read(input);
            outcome.fold(
                    request -> request.subject().rfc4514() + request.names(),
                    rejected -> rejected.objections().toString());
            return outcome;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("raised by " + HexFormat.of().formatHex(input), e);
        }
    }

    /** Processor time, since a busy machine may let any call wait. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<byte[]> seeds() {
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, "a.lab.example.com"),
            new GeneralName(GeneralName.iPAddress, "10.0.0.1"),
            new GeneralName(new X500Name("CN=a,O=b")),
            new GeneralName(GeneralName.registeredID, "1.2.3")
        };
        SampleRequest elliptic = new SampleRequest().names(names);
        SampleRequest rsa = new SampleRequest(SampleRequest.rsa(2048))
                .signedWith("SHA256withRSA")
                .names(names);
        SampleRequest pss = new SampleRequest(SampleRequest.rsa(2048)).signedWith("RSASSA-PSS");
        SampleRequest edwards = new SampleRequest(SampleRequest.keyPair("Ed25519", "")).signedWith("Ed25519");
        List<byte[]> seeds = new ArrayList<>();
        for (SampleRequest request : List.of(elliptic, rsa, pss, edwards)) {
            seeds.add(request.der().octets());
        }
        seeds.add(elliptic.pemOctets());
        seeds.add(elliptic.pem().getBytes(StandardCharsets.UTF_16));
        return seeds;
    }

    private byte[] damage(byte[] seed, List<byte[]> others) {
        byte[] input = seed.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            input = change(input, others);
        }
        return input;
    }

    private byte[] change(byte[] input, List<byte[]> others) {
        if (input.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(input.length);
        int length = Math.min(input.length - at, 1 + random.nextInt(8));
        switch (random.nextInt(7)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> input[at] = (byte) random.nextInt();
            case 2 -> input[at] = new byte[] {0, 1, 0x7f, (byte) 0x80, (byte) 0xff, 0x30, 0x04}[random.nextInt(7)];
            case 3 -> Arrays.fill(input, at, at + length, (byte) random.nextInt());
            case 4 -> {
                return Arrays.copyOf(input, at);
            }
            case 5 -> {
                return splice(input, at, at + length, new byte[0]);
            }
            default -> {
                byte[] other = others.get(random.nextInt(others.size()));
                int from = random.nextInt(other.length);
                byte[] piece = Arrays.copyOfRange(other, from, Math.min(other.length, from + 1 + random.nextInt(40)));
                return splice(input, at, at + (random.nextBoolean() ? length : 0), piece);
            }
        }
        return input;
    }

    private static byte[] splice(byte[] input, int from, int to, byte[] piece) {
        byte[] result = new byte[input.length - (to - from) + piece.length];
        System.arraycopy(input, 0, result, 0, from);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(input, to, result, from + piece.length, input.length - to);
        return result;
    }
}
