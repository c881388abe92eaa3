package dev.chancery.core.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes octets: flipped, replaced, filled, cut off, cut out, and spliced with pieces of other seeds. */
public final class Damage {
    private static final byte[] TELLING = {0, 1, 0x7f, (byte) 0x80, (byte) 0xff, 0x30, 0x04, '"', '\n', '%', '\\', '{'};
    private static final int PIECE = 40;

    private final Random random;
    private final List<byte[]> seeds;

    /** @param number the same one gives the same changes */
    public Damage(List<byte[]> seeds, long number) {
        this.seeds = seeds;
        this.random = new Random(number);
    }

    /** One of the seeds with one to four changes. */
    public byte[] next() {
        return changed(seeds.get(random.nextInt(seeds.size())));
    }

    /** These octets with one to four changes. */
    public byte[] changed(byte[] original) {
        byte[] input = original.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            input = change(input);
        }
        return input;
    }

    private byte[] change(byte[] input) {
        if (input.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(input.length);
        int length = Math.min(input.length - at, 1 + random.nextInt(8));
        switch (random.nextInt(8)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> input[at] = (byte) random.nextInt();
            case 2 -> input[at] = TELLING[random.nextInt(TELLING.length)];
            case 3 -> Arrays.fill(input, at, at + length, (byte) random.nextInt());
            case 4 -> {
                return Arrays.copyOf(input, at);
            }
            case 5 -> {
                return splice(input, at, at + length, new byte[0]);
            }
            default -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                return splice(input, at, at + (random.nextBoolean() ? length : 0), piece(other));
            }
        }
        return input;
    }

    private byte[] piece(byte[] other) {
        if (other.length == 0) {
            return other;
        }
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + 1 + random.nextInt(PIECE)));
    }

    private static byte[] splice(byte[] input, int from, int to, byte[] piece) {
        byte[] result = new byte[input.length - (to - from) + piece.length];
        System.arraycopy(input, 0, result, 0, from);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(input, to, result, from + piece.length, input.length - to);
        return result;
    }
}
