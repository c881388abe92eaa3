package dev.chancery.core.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The form that always runs: the same inputs every time, each within its processor time. */
public final class ShortRun {
    private static final long SEED = 42;

    /**
     * What a wrong octet can turn an element of DER into: each universal tag that certificates use, primitive and
     * constructed, the context tags, lengths of every form, and the ends of each range.
     */
    private static final int[] VALUES = {
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x09, 0x0a, 0x0c, 0x10, 0x13, 0x16, 0x17, 0x18, 0x1e, 0x1f, 0x20,
                0x22,
        0x24, 0x28, 0x2d, 0x30, 0x31, 0x3f, 0x7f, 0x80, 0x81, 0x82, 0x84, 0x86, 0x87, 0x88, 0x8a, 0xa0, 0xa1, 0xa2,
                0xa3,
        0xa4, 0xbf, 0xc0, 0xfe, 0xff
    };

    private final Target target;
    private final List<byte[]> seeds;
    private int executions;
    private int accepted;
    private long slowest;
    private boolean took;

    /** Reads every seed once, which loads the classes. */
    public ShortRun(Target target) {
        this.target = target;
        this.seeds = target.seeds();
        seeds.forEach(seed -> read(seed.clone()));
    }

    /** What came of it. */
    public record Report(int executions, int accepted, long slowestMillis) {}

    /** Random damage, with a fixed beginning. */
    public Report damaged(int runs) {
        begin();
        Damage damage = new Damage(seeds, SEED);
        for (int run = 0; run < runs; run++) {
            count(damage.next());
        }
        return report();
    }

    /**
     * Every octet of every seed, one at a time, replaced by each telling value.
     *
     * @param limit of executions; above it, every second, third, … octet
     */
    public Report everyOctet(int limit) {
        begin();
        int all = seeds.stream().mapToInt(seed -> seed.length * VALUES.length).sum();
        int step = 1 + all / limit;
        for (byte[] seed : seeds) {
            for (int at = 0; at < seed.length; at += step) {
                byte[] input = seed.clone();
                for (int value : VALUES) {
                    input[at] = (byte) value;
                    count(input.clone());
                }
            }
        }
        return report();
    }

    private void begin() {
        executions = 0;
        accepted = 0;
        slowest = 0;
    }

    private Report report() {
        return new Report(executions, accepted, TimeUnit.NANOSECONDS.toMillis(slowest));
    }

    private void count(byte[] input) {
        executions++;
        try {
            slowest = Math.max(slowest, InputTime.of(() -> took = read(input)));
        } catch (AssertionError e) {
            throw e.getCause() == null ? new AssertionError(e.getMessage() + " for " + shown(input)) : e;
        }
        accepted += took ? 1 : 0;
    }

    private boolean read(byte[] input) {
        try {
            return target.read(input.clone());
        } catch (RuntimeException | Error e) {
            throw new AssertionError("raised by " + shown(input), e);
        }
    }

    private static String shown(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        boolean readable = text.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t');
        return readable ? text : HexFormat.of().formatHex(input);
    }
}
