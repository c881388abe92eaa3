package dev.chancery.core.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a target to Jazzer, in a JVM of its own, since Jazzer instruments every class that it loads and ends the process at
 * a finding. {@code -Dfuzz.runs=N} asks for another number of executions, {@code -Dfuzz.seconds=N} for a limit of time.
 */
public final class LongRun {
    private static final long RUNS = Long.getLong("fuzz.runs", 1_000_000);
    private static final long SECONDS = Long.getLong("fuzz.seconds", 0);
    /** In seconds by the clock, for what never ends; {@link InputTime} judges what does. */
    private static final int LONGEST_INPUT = 60;

    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
    private static final Pattern LONGEST = Pattern.compile(JazzerEntry.LONGEST + "(\\d+)");

    private LongRun() {}

    /** What came of it, when there was no finding. */
    public record Report(String target, long executions, long seconds, long longestMicros) {}

    /**
     * Runs it to the end.
     *
     * @param directory for the corpus, the output and what raises an exception
     * @throws AssertionError with the end of Jazzer's output at a finding
     */
    public static Report fuzz(Class<? extends Target> target, Path directory) throws Exception {
        Path corpus = Files.createDirectories(directory.resolve("corpus"));
        List<byte[]> seeds = target.getConstructor().newInstance().seeds();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed" + i), seeds.get(i));
        }
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(command(target, directory, corpus))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code;
        try {
            code = process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(output, java.nio.charset.StandardCharsets.ISO_8859_1);
        Matcher done = DONE.matcher(said);
        Matcher longest = LONGEST.matcher(said);
        if (code != 0 || !done.find() || !longest.find()) {
            throw new AssertionError("Jazzer ended with " + code + " on " + target.getName() + ":\n" + ending(said));
        }
        return new Report(
                target.getSimpleName(),
                Long.parseLong(done.group(1)),
                Long.parseLong(done.group(2)),
                Long.parseLong(longest.group(1)));
    }

    private static List<String> command(Class<? extends Target> target, Path directory, Path corpus)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(() -> new IOException("where is java?")),
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerEntry.class.getName(),
                "--target_args=" + target.getName(),
                "--instrumentation_includes=dev.chancery.**:org.bouncycastle.asn1.**:tools.jackson.core.**",
                "--custom_hook_includes=dev.chancery.**",
                "--reproducer_path=" + directory,
                "-runs=" + RUNS,
                "-timeout=" + LONGEST_INPUT,
                "-rss_limit_mb=3000",
                "-max_len=4096",
                "-print_final_stats=1",
                "-artifact_prefix=" + directory + "/"));
        if (SECONDS > 0) {
            command.add("-max_total_time=" + SECONDS);
        }
        command.add(corpus.toString());
        return command;
    }

    private static String ending(String text) {
        return text.substring(Math.max(0, text.length() - 6000));
    }
}
