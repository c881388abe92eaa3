package dev.chancery.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * strace, which lets a system call of a real process fail, or kills the process before the call is made. It counts calls
 * for each thread from the moment it is attached (or the thread is born), so a thread of the server that has one purpose
 * makes a call like "its third flush" exact; with {@code -P FILE} only calls on that file count. What is injected with a signal never happens: the process is gone before.
 */
final class Strace implements AutoCloseable {
    /** Of one that is about to die, a call that never returned included. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Process process;
    private final Path calls;

    private Strace(Process process, Path calls) {
        this.process = process;
        this.calls = calls;
    }

    /**
     * A call to bend.
     *
     * @param name of the system call
     * @param how {@code error=EIO} or {@code signal=KILL}
     * @param turn which of the thread's calls it is; the first one is 1
     */
    record Injection(String name, String how, int turn) {
        List<String> options() {
            return List.of("-e", "inject=" + name + ":" + how + ":when=" + turn);
        }
    }

    /**
     * Before the words of a command: the whole process and its children, from their beginning. Without --seccomp-bpf, with
     * which signals are not injected.
     */
    static List<String> around(Path calls, String traced, List<String> more) {
        List<String> words = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", calls.toString()));
        words.addAll(List.of("-e", "signal=none", "-e", "trace=" + traced));
        words.addAll(more);
        return words;
    }

    /**
     * Attaches to a running process.
     *
     * @param thread its name as the kernel knows it, 15 octets long; empty for all threads
     * @param calls where the calls are written
     * @param traced names of calls, with commas
     */
    static Strace attach(long pid, String thread, Path calls, String traced, List<String> more) throws IOException {
        long whom = thread.isEmpty()
                ? pid
                : thread(pid, thread)
                        .orElseThrow(() -> new AssertionError(
                                "the server has no thread " + thread + "; this test must learn its new name"));
        List<String> words = new ArrayList<>(List.of("strace", "-o", calls.toString(), "-p", String.valueOf(whom)));
        words.addAll(List.of("-y", "-e", "signal=none", "-e", "trace=" + traced));
        if (thread.isEmpty()) {
            words.addAll(List.of("-f", "-Y"));
        }
        words.addAll(more);
        Path said = calls.resolveSibling(calls.getFileName() + ".said");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(() -> {
            boolean attached = Files.readString(said).contains(" attached");
            if (!attached && !process.isAlive()) {
                throw new AssertionError("strace cannot attach to the server. It must be allowed to: run as root, or"
                        + " with kernel.yama.ptrace_scope=0, and in a container with the capability SYS_PTRACE. It said: "
                        + Files.readString(said));
            }
            return attached;
        });
        return new Strace(process, calls);
    }

    /** The kernel's number of a thread. */
    static Optional<Long> thread(long pid, String name) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path one : threads.toList()) {
                if (name(one).equals(name)) {
                    return Optional.of(Long.parseLong(one.getFileName().toString()));
                }
            }
        }
        return Optional.empty();
    }

    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException e) {
            return ""; // it has ended meanwhile
        }
    }

    /** Of those traced, in the order in which they ended. */
    List<String> calls() throws IOException {
        return Files.readAllLines(calls, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** Whether the call was made to fail. */
    boolean injected() throws IOException {
        return calls().stream().anyMatch(line -> line.endsWith("(INJECTED)"));
    }

    /** Lets go of the process, which goes on. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
