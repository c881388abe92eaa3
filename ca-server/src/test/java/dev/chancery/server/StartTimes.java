package dev.chancery.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times starts: from the execution of a command to the first 200 of {@code /health/ready}, with processor time and heap.
 * A program, not a test, since it wants a quiet machine:
 *
 * <pre>java ca-server/src/test/java/dev/chancery/server/StartTimes.java 10 DATA ./chancery serve</pre>
 *
 * <p>The data directory is made by a start that is not counted. Loads nothing but the JDK, so that it runs from its
 * source.
 */
final class StartTimes {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LIVE = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private final Path data;
    private final List<String> command;

    private StartTimes(Path data, List<String> command) {
        this.data = data;
        this.command = command;
    }

    /** One start; the heap is what a full collection leaves. */
    private record Start(long millis, long cpuMillis, long liveMegabytes, long residentMegabytes) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int starts = Integer.parseInt(arguments[0]);
        StartTimes times =
                new StartTimes(Path.of(arguments[1]), List.of(arguments).subList(2, arguments.length));
        times.once();
        List<Start> found = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            found.add(times.once());
        }
        report(found, System.out);
    }

    private static void report(List<Start> starts, PrintStream out) {
        List<Long> millis = starts.stream().map(Start::millis).sorted().toList();
        out.printf(
                "%d starts: median %d ms (%d to %d), CPU %d ms, heap after a collection %d MB, resident %d MB%n",
                starts.size(),
                median(millis),
                millis.get(0),
                millis.get(millis.size() - 1),
                median(starts.stream().map(Start::cpuMillis).toList()),
                median(starts.stream().map(Start::liveMegabytes).toList()),
                median(starts.stream().map(Start::residentMegabytes).toList()));
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private Start once() throws IOException, InterruptedException {
        int port = freePort();
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("--data", data.toString(), "--bind", "127.0.0.1"));
        whole.addAll(List.of("--http-port", String.valueOf(port), "--https-port", String.valueOf(freePort())));
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long began = System.nanoTime();
        Process server = builder.start();
        try {
            awaitReady(server, port, began);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            long cpu = server.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
            long resident = resident(server.pid());
            return new Start(millis, cpu, live(server.pid()), resident);
        } finally {
            server.destroy();
            if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }

    private static void awaitReady(Process server, int port, long began) throws IOException, InterruptedException {
        while (!ready(port)) {
            if (!server.isAlive()) {
                throw new IOException("the server ended with code " + server.exitValue());
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IOException("not ready after " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(2);
        }
    }

    private static boolean ready(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] line = socket.getInputStream().readNBytes(12);
            return new String(line, StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException e) {
            return false; // nobody listens yet
        }
    }

    /** What lives, of the class histogram, which collects garbage first. */
    private static long live(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder("jcmd", String.valueOf(pid), "GC.class_histogram").start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        Matcher total = LIVE.matcher(text);
        return total.find() ? Long.parseLong(total.group(1)) >> 20 : -1;
    }

    private static long resident(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
            }
        }
        return -1;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
