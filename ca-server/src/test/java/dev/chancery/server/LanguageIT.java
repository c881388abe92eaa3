package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody in Berlin, with a narrow window; pictures of the German pages are left in target/screenshots. */
@DisplayName("A reader of German")
class LanguageIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> PAGES = List.of(
            "/",
            "/sign-in",
            "/overview",
            "/request",
            "/topology",
            "/certificates",
            "/requests",
            "/authorities",
            "/authorities/issuing/crls",
            "/authorities/issuing/addresses",
            "/profiles",
            "/profiles/tls-server",
            "/profiles/tls-server/edit",
            "/rules",
            "/rules/judge",
            "/users",
            "/users/admin",
            "/groups",
            "/journal",
            "/account",
            "/password",
            "/console");

    @TempDir
    private Path data;

    private final List<String> mistakes = new ArrayList<>();

    @Test
    @DisplayName(
            "gets every page in German, none wider than the window, and dates in their own zone from the second one on")
    void german() throws Exception {
        Files.createDirectories(SCREENSHOTS);
        try (TestServer server = TestServer.start(data);
                Chromium chromium = new Chromium()) {
            Page page = chromium.abroad("de-DE", "Europe/Berlin", true);
            page.onPageError(mistakes::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 4")) {
                    mistakes.add(message.text());
                }
            });
            page.navigate(server.https("/sign-in").toString());
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
            assertThat(page.locator("h1").textContent()).isEqualTo("Anmelden");
            signIn(page, server);
            SoftAssertions softly = new SoftAssertions();
            for (String path : PAGES) {
                page.navigate(server.https(path).toString());
                softly.assertThat(page.locator("html").getAttribute("lang"))
                        .as(path)
                        .isEqualTo("de");
                softly.assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of " + path)
                        .isLessThanOrEqualTo(390);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve("german" + path.replace('/', '-') + ".png"))
                        .setFullPage(true));
            }
            softly.assertThat(Axe.violations(page)).isEmpty();
            fromBelow(softly, page, server);
            page.navigate(server.https("/journal").toString());
            softly.assertThat(page.locator("td time").first().textContent()).matches(".* (MEZ|MESZ)");
            softly.assertThat(page.locator("td time").first().getAttribute("datetime"))
                    .endsWith("Z");
            softly.assertThat(mistakes).as("what the browser complained about").isEmpty();
            softly.assertAll();
        }
    }

    @Test
    @DisplayName("chooses another language without scripts, and stays on the page")
    void withoutScripts() throws Exception {
        try (TestServer server = TestServer.start(data);
                Chromium chromium = new Chromium()) {
            Page page = chromium.abroad("de-DE", "Europe/Berlin", false);
            page.navigate(server.https("/sign-in").toString());
            signIn(page, server);
            page.navigate(server.https("/certificates?filter=own").toString());
            assertThat(page.locator("h1").textContent()).isEqualTo("Zertifikate");
            assertThat(page.locator("td time").first().getAttribute("title")).endsWith(" UTC");
            page.locator("footer a[lang=en]").click();
            assertThat(page.url()).endsWith("/certificates?filter=own");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(page.locator("h1").textContent()).isEqualTo("Certificates");
            page.navigate(server.https("/overview").toString());
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    /** What profiles, the check from outside and the journal say. */
    private static void fromBelow(SoftAssertions softly, Page page, TestServer server) {
        page.navigate(server.https("/request").toString());
        softly.assertThat(page.locator("main").textContent())
                .contains("Web- oder Anwendungsserver", "Für einen Server, mit dem sich Clients über TLS verbinden")
                .doesNotContain("Web or application server", "For a server that clients");
        page.navigate(server.https("/profiles/tls-server").toString());
        softly.assertThat(page.locator("main dl.facts").first().textContent())
                .contains("Unterschrieben von", "der Common Name ist einer der Namen", "nennt die Sperrliste seiner CA")
                .doesNotContain("Signed by", "may be empty");
        page.navigate(server.https("/profiles/tls-server/edit").toString());
        softly.assertThat(page.locator("main .editor").textContent())
                .contains("Ein kurzer Titel für Menschen.", "Wie viele Namen mindestens")
                .doesNotContain("A short title for people.");
        page.navigate(server.https("/authorities").toString());
        softly.assertThat(page.locator("main").textContent())
                .contains("Prüfende Server, die nur Port 80 benutzen, erreichen diese Sperrliste nicht: Der Port ist ")
                .doesNotContain("Validating servers");
        page.navigate(server.https("/journal").toString());
        softly.assertThat(page.locator("main").textContent())
                .contains("Konto admin: eigenes Kennwort geändert", "Angemeldet: admin, von ");
    }

    private static void signIn(Page page, TestServer server) {
        String first = server.readyBlock().firstPassword().orElseThrow();
        page.locator("#name").fill("admin");
        page.locator("#password").fill(first);
        page.locator("main form button.main").first().click();
        page.waitForURL("**/password*");
        page.locator("#current").fill(first);
        page.locator("#password").fill(Chromium.NEW_PASSWORD);
        page.locator("#repeated").fill(Chromium.NEW_PASSWORD);
        page.locator("main form button.main").click();
        page.waitForURL(Pattern.compile(".*/(overview)?$"));
    }
}
