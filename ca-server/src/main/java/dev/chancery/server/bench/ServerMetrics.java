package dev.chancery.server.bench;

/** A server's metrics in the Prometheus text format, read for the few that a measurement shows. */
record ServerMetrics(String text) {
    private static final double MEBIBYTE = 1024.0 * 1024.0;

    double heapMebibytes() {
        return text.lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                        .mapToDouble(ServerMetrics::number)
                        .sum()
                / MEBIBYTE;
    }

    /** What the runtime has spent on compiling methods since its start. */
    double compilationSeconds() {
        return text.lines()
                        .filter(line -> line.startsWith("jvm_compilation_time_ms_total"))
                        .mapToDouble(ServerMetrics::number)
                        .sum()
                / 1000;
    }

    /** Of a metric without labels; 0 when there is none. */
    double value(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(ServerMetrics::number)
                .findFirst()
                .orElse(0);
    }

    private static double number(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
