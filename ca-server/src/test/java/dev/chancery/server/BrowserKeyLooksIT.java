package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages about keys as they change under a hand, light and dark, narrow and wide. */
@DisplayName("The pages about keys")
class BrowserKeyLooksIT {
    @TempDir
    private Path data;

    private final List<String> mistakes = new ArrayList<>();
    private final SoftAssertions softly = new SoftAssertions();

    private record Eyes(ColorScheme scheme, int width) {}

    @Test
    @DisplayName("are without fault for axe-core, and scroll in one direction only")
    void looks() throws Exception {
        looks(List.of(new Eyes(ColorScheme.LIGHT, 1280), new Eyes(ColorScheme.DARK, 390)));
    }

    @Test
    @Tag("long")
    @DisplayName("the same in the other two of light and dark, wide and narrow")
    void others() throws Exception {
        looks(List.of(new Eyes(ColorScheme.DARK, 1280), new Eyes(ColorScheme.LIGHT, 390)));
    }

    private void looks(List<Eyes> all) throws Exception {
        try (TestServer server = TestServer.start(data);
                Chromium chromium = new Chromium()) {
            Page admin = chromium.page(mistakes);
            Chromium.signIn(
                    admin,
                    server.https("/sign-in"),
                    "admin",
                    server.readyBlock().firstPassword().orElseThrow());
            assertThat(Axe.violations(bad(chromium.page(mistakes))))
                    .as("what axe-core says about a page that is bad")
                    .anyMatch(violation -> violation.startsWith("label "));
            for (Eyes eyes : all) {
                Page page = chromium.another(admin, eyes.width(), eyes.scheme(), true);
                page.onPageError(mistakes::add);
                Look look = new Look(page, eyes.width(), eyes.scheme().name().toLowerCase(Locale.ROOT));
                form(server, look);
                inTheBrowser(server, look);
                byTheServer(server, look);
                page.context().close();
            }
            assertThat(mistakes).as("what the browser complained about").isEmpty();
            softly.assertAll();
        }
    }

    private static Page bad(Page page) {
        page.setContent("<main><h1>No label</h1><input type='text'></main>");
        return page;
    }

    private record Look(Page page, int width, String scheme) {}

    private void judge(Look look, String name) {
        Page page = look.page();
        String where = name + "-" + look.scheme() + "-" + look.width();
        softly.assertThat(Axe.violations(page)).as(where).isEmpty();
        softly.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(where)
                .isLessThanOrEqualTo(look.width());
    }

    private static void open(TestServer server, Page page, String name) {
        page.navigate(server.https("/request").toString());
        page.locator("input[name=profile][value=tls-server]").check();
        page.getByLabel("Add a name").fill(name);
        page.getByLabel("Add a name").press("Enter");
    }

    private static void settled(Page page) {
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        page.waitForTimeout(300);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    }

    private void form(TestServer server, Look look) {
        Page page = look.page();
        open(server, page, "web01.lab.example.com");
        judge(look, "request-csr");
        page.locator("#target-windows").check();
        page.getByText("How do I make one?").click();
        settled(page);
        judge(look, "request-certreq");
        page.locator("#key-server-choice").check();
        settled(page);
        judge(look, "request-server");
        page.locator("#key-browser").check();
        settled(page);
        judge(look, "request-browser");
        page.getByLabel("Add a name").fill("web_01.lab.example.com");
        page.getByLabel("Add a name").press("Enter");
        page.locator("#names-state .error").waitFor();
        page.locator("#own-password").fill("short");
        page.locator("#receipt button.main").click();
        page.getByText("The password needs 8 to 100").first().waitFor();
        judge(look, "request-mistakes");
    }

    private void inTheBrowser(TestServer server, Look look) {
        Page page = look.page();
        open(server, page, "ec" + look.width() + look.scheme() + ".lab.example.com");
        page.locator("#key-browser").check();
        page.locator("#algorithm").selectOption("ec-p256");
        settled(page);
        page.waitForDownload(() -> page.locator("#receipt button.main").click());
        page.getByText("Your key and your certificate, together").waitFor();
        judge(look, "certificate-own-key");
    }

    private void byTheServer(TestServer server, Look look) {
        Page page = look.page();
        open(server, page, "pfx" + look.width() + look.scheme() + ".lab.example.com");
        page.locator("#target-windows").check();
        page.locator("#key-server-choice").check();
        settled(page);
        page.locator("#receipt button.main").click();
        page.getByText("This page is shown once").waitFor();
        judge(look, "handout");
    }
}
