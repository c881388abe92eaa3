package dev.chancery.core.fuzz;

/** What Jazzer calls; the target's class name is its argument. */
public final class JazzerEntry {
    /** Static, since Jazzer calls nothing else. */
    private static Target target;

    private JazzerEntry() {}

    public static void fuzzerInitialize(String[] arguments) throws ReflectiveOperationException {
        target = Class.forName(arguments[0])
                .asSubclass(Target.class)
                .getConstructor()
                .newInstance();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        target.read(input);
    }
}
