package dev.chancery.server;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Measures the pages of a server that runs, as its browser sees them, with nothing in the cache: the middle of five. Not a
 * test; arguments are the server's web address and the password of {@code admin}, changed already; further ones are words to
 * search for.
 */
final class PageRate {
    private static final int ROUNDS = 5;

    private PageRate() {}

    public static void main(String[] arguments) {
        URI server = URI.create(arguments[0]);
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page(new ArrayList<>());
            page.navigate(server.resolve("/sign-in").toString());
            page.locator("#name").fill("admin");
            page.locator("#password").fill(arguments[1]);
            page.locator("#password").press("Enter");
            page.waitForURL("**/overview");
            Chromium.uncached(page);
            List<PageFigures> figures = new ArrayList<>();
            for (String path : paths(page, server, List.of(arguments).subList(2, arguments.length))) {
                figures.add(middle(page, server, path));
            }
            System.out.println(PageFigures.table(figures));
        }
    }

    private static PageFigures middle(Page page, URI server, String path) {
        List<PageFigures> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            page.navigate(server.resolve(path).toString());
            Chromium.until(page, "performance.getEntriesByName('first-contentful-paint').length > 0");
            rounds.add(PageFigures.of(page, path));
        }
        rounds.sort(Comparator.comparingDouble(PageFigures::loaded));
        return rounds.get(ROUNDS / 2);
    }

    private static List<String> paths(Page page, URI server, List<String> words) {
        page.navigate(server.resolve("/certificates").toString());
        String newest = page.locator("td a.name").first().getAttribute("href");
        List<String> paths = new ArrayList<>(List.of(
                // The least that this server has: what a browser takes for nothing, as the limit of the others.
                "/health/live",
                "/",
                "/overview",
                "/certificates",
                "/certificates?filter=valid",
                "/certificates?filter=expired",
                "/certificates?filter=revoked",
                newest,
                newest + "/revocation",
                "/request",
                "/request?like=" + newest.replaceFirst(".*/", ""),
                "/topology",
                "/requests",
                "/authorities",
                "/authorities/issuing/crls",
                "/authorities/issuing/addresses",
                "/journal",
                "/users",
                "/users/admin",
                "/groups",
                "/account",
                "/password",
                "/profiles",
                "/profiles/tls-server",
                "/profiles/tls-server/edit",
                "/new-profile",
                "/rules",
                "/rules/judge",
                "/console",
                "/trust/check"));
        words.forEach(word -> paths.add("/certificates?search=" + word));
        return paths;
    }
}
