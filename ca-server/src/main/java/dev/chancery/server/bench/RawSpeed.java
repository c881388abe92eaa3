package dev.chancery.server.bench;

import dev.chancery.core.keys.KeyAlgorithm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;

/** What the machine itself can do: the limits that figures are held against. */
final class RawSpeed {
    private static final int TBS_OCTETS = 900;
    private static final int RECORD_OCTETS = 2048;

    private RawSpeed() {}

    /**
     * Processor time of one signature over a certificate's octets, with the key made by the provider that signs.
     *
     * @param preferred tried first; the Java runtime's providers come after them
     */
    static Duration signature(KeyAlgorithm algorithm, List<Provider> preferred, Duration time) {
        try {
            Signature signer = signer(algorithm, preferred);
            byte[] message = new byte[TBS_OCTETS];
            for (int i = 0; i < 300; i++) {
                sign(signer, message);
            }
            long began = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long count = 0;
            while (System.nanoTime() - began < time.toNanos()) {
                sign(signer, message);
                count++;
            }
            return Duration.ofNanos((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / count);
        } catch (GeneralSecurityException e) {
            throw new BenchFailedException("This Java runtime cannot sign with " + algorithm.label(), e);
        }
    }

    private static Signature signer(KeyAlgorithm algorithm, List<Provider> preferred) throws GeneralSecurityException {
        Provider provider = preferred.isEmpty() ? null : preferred.get(0);
        KeyPairGenerator generator = provider == null
                ? KeyPairGenerator.getInstance(algorithm.jcaName())
                : KeyPairGenerator.getInstance(algorithm.jcaName(), provider);
        if (algorithm.curve().isEmpty()) {
            generator.initialize(algorithm.bits());
        } else {
            generator.initialize(new ECGenParameterSpec(algorithm.curve()));
        }
        KeyPair pair = generator.generateKeyPair();
        String name = algorithm.signature().jcaName();
        Signature signer = provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
        signer.initSign(pair.getPrivate());
        return signer;
    }

    private static void sign(Signature signer, byte[] message) throws GeneralSecurityException {
        message[0]++;
        signer.update(message);
        signer.sign();
    }

    /** Flushes per second of a file in that directory, each after a write of as many journal records. */
    static double flushes(Path directory, int records, Duration time) {
        Path file = directory.resolve("bench-flush.tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer octets = ByteBuffer.allocateDirect(RECORD_OCTETS * records);
            long began = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - began < time.toNanos()) {
                channel.write(octets.clear());
                channel.force(false);
                count++;
            }
            return count / ((System.nanoTime() - began) / 1e9);
        } catch (IOException e) {
            throw new BenchFailedException("A file cannot be flushed in " + directory + ": " + e.getMessage(), e);
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // It stands in a directory that is thrown away, or is found by its name.
            }
        }
    }
}
