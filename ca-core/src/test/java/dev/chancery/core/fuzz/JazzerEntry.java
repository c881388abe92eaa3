package dev.chancery.core.fuzz;

import java.util.concurrent.TimeUnit;

/** What Jazzer calls; the target's class name is its argument. */
public final class JazzerEntry {
    /** Begins the line that says how long the longest input took; {@link LongRun} looks for it. */
    static final String LONGEST = "Longest input: ";

    /** Static, since Jazzer calls nothing else. */
    private static Target target;

    private static long longest;

    private JazzerEntry() {}

    public static void fuzzerInitialize(String[] arguments) throws ReflectiveOperationException {
        FastSignatures.install();
        target = Class.forName(arguments[0])
                .asSubclass(Target.class)
                .getConstructor()
                .newInstance();
        // As in the short run, the first reading of a seed loads classes, which is no input's fault.
        target.seeds().forEach(target::read);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        longest = Math.max(longest, InputTime.of(() -> target.read(input)));
    }

    public static void fuzzerTearDown() {
        System.err.println(LONGEST + TimeUnit.NANOSECONDS.toMicros(longest) + " µs");
    }
}
