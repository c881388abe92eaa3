package dev.chancery.server;

import com.microsoft.playwright.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the browser measured of the page that it shows.
 *
 * @param octets of it and all that belongs to it, wherever the browser had that from; 300 for the headers of each, which is
 *     what Resource Timing counts
 * @param requests how many that took
 * @param paint from the beginning of the navigation to the first text or picture, in milliseconds
 * @param loaded until everything was there
 */
record PageFigures(String name, int octets, int requests, double paint, double loaded) {
    private static final String MEASURE = """
            () => {
              const [page] = performance.getEntriesByType("navigation");
              const parts = [page, ...performance.getEntriesByType("resource")];
              return {
                octets: parts.reduce((sum, part) => sum + part.encodedBodySize + 300, 0),
                requests: parts.length,
                paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
                loaded: page.loadEventEnd,
              };
            }""";

    /** Times are those of an empty cache only where it was turned off. */
    @SuppressWarnings("unchecked")
    static PageFigures of(Page page, String name) {
        Map<String, Number> found = (Map<String, Number>) page.evaluate(MEASURE);
        return new PageFigures(
                name,
                found.get("octets").intValue(),
                found.get("requests").intValue(),
                found.get("paint").doubleValue(),
                found.get("loaded").doubleValue());
    }

    /** In Markdown, the largest page first. */
    static String table(List<PageFigures> figures) {
        return "| page | KiB | requests | first paint, ms | loaded, ms |\n|---|---:|---:|---:|---:|\n"
                + figures.stream()
                        .sorted(Comparator.comparingInt(PageFigures::octets).reversed())
                        .map(PageFigures::row)
                        .collect(Collectors.joining());
    }

    private String row() {
        return "| %s | %.1f | %d | %.0f | %.0f |%n".formatted(name, octets / 1024.0, requests, paint, loaded);
    }
}
