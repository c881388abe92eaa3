package dev.chancery.server;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core, which judges a page by the rules of WCAG 2.2, levels A and AA, that a program can judge. */
final class Axe {
    private static final String SCRIPT = read();
    private static final String RUN = """
            () => axe.run(document, {
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
              rules: {"target-size": {enabled: true}},
            }).then((found) => found.violations.flatMap((rule) => rule.nodes.map((node) =>
              `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary}`)))""";

    private Axe() {}

    /** Each violation in words; none on a good page. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(SCRIPT + "\n;undefined");
        return (List<String>) page.evaluate(RUN);
    }

    private static String read() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException(
                        "the class path lacks axe.min.js of com.deque.html.axe-core:playwright");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
