package dev.chancery.core.csr;

import dev.chancery.core.csr.DebianRandom.Architecture;
import dev.chancery.core.csr.DebianRandom.SeedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes predictable-rsa.bin again, or a longer one: {@code PredictableKeysFile FILE BITS LAST-PROCESS SEED-FILE…}, where
 * a seed file is {@code READABLE}, {@code UNREADABLE} or {@code ABSENT}. A key of 2048 bits takes a tenth of a second, so
 * all of the 6 * 32,768 that Debian's OpenSSL could make take about five hours of one processor.
 */
final class PredictableKeysFile {
    private PredictableKeysFile() {}

    public static void main(String[] arguments) throws IOException {
        int bits = Integer.parseInt(arguments[1]);
        int last = Integer.parseInt(arguments[2]);
        long[] fingerprints = Arrays.stream(arguments)
                .skip(3)
                .map(SeedFile::valueOf)
                .flatMap(file -> Stream.of(Architecture.values()).map(machine -> of(bits, machine, file, last)))
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        ByteBuffer octets = ByteBuffer.allocate(8 * fingerprints.length);
        octets.asLongBuffer().put(fingerprints);
        Files.write(Path.of(arguments[0]), octets.array());
    }

    private static long[] of(int bits, Architecture machine, SeedFile file, int last) {
        return IntStream.rangeClosed(0, last)
                .parallel()
                .mapToObj(process -> DebianKey.modulus(bits, machine, file, process))
                .map(PredictableKeysTest::fingerprint)
                .mapToLong(text -> Long.parseUnsignedLong(text.substring(0, 16), 16))
                .toArray();
    }
}
