package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of certificates as a person uses it: with the keyboard alone, and without scripts. */
@DisplayName("Somebody who looks after many certificates")
class CertificateListIT {
    private static final String PASSWORD = "four quiet words here";
    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    private final List<String> mistakes = new ArrayList<>();

    @BeforeAll
    static void open() {
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @Test
    @DisplayName("searches while typing, narrows down, takes certificates along, and revokes them, by keyboard alone")
    void keyboard() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            List<String> serials = new ArrayList<>();
            for (String name : List.of("mail.lab.example.com", "web01.lab.example.com", "web02.lab.example.com")) {
                serials.add(issue(server, name));
            }
            Page page = signedIn(server, true);
            page.navigate(server.https("/certificates").toString());
            page.locator("#search").focus();
            page.keyboard().type("web0");
            page.waitForURL(Pattern.compile(".*search=web0.*"));
            Chromium.until(page, "document.querySelectorAll('.picking tbody tr').length === 2");
            assertThat(page.locator("#found").textContent()).isEqualTo("2 found");
            assertThat(focused(page)).as("typing goes on").isEqualTo("search");

            assertThat(page.locator("[data-chosen]").isVisible()).isFalse();
            page.locator("[data-all]").focus();
            page.keyboard().press("Space");
            assertThat(page.locator("[data-count]").textContent()).isEqualTo("2 certificates chosen");
            Download download = page.waitForDownload(() -> {
                page.getByText("Download the chosen (ZIP)").focus();
                page.keyboard().press("Enter");
            });
            unpack(download);
            page.getByText("Revoke the chosen…").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/certificates/revocation?**");
            assertThat(page.locator("h1").textContent()).isEqualTo("Revoke 2 certificates?");
            page.locator("input[name=reason][value=superseded]").focus();
            page.keyboard().press("Space");
            page.getByText("Revoke 2 certificates", new Page.GetByTextOptions().setExact(true))
                    .focus();
            page.keyboard().press("Enter");
            page.getByText("2 certificates are revoked").waitFor();
            listed(server, serials.subList(1, 3));
            page.navigate(server.https("/certificates/" + serials.get(1)).toString());
            assertThat(page.locator(".events").textContent()).contains("Issued", "Revoked", "superseded", "by admin");
            assertThat(mistakes).as("what the browser complained about").isEmpty();
        }
    }

    @Test
    @DisplayName("does all of it without scripts as well")
    void withoutScripts() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            issue(server, "mail.lab.example.com");
            issue(server, "web01.lab.example.com");
            Page page = signedIn(server, false);
            page.navigate(server.https("/certificates").toString());
            page.locator("#search").fill("web");
            page.locator("#search").press("Enter");
            page.waitForURL("**/certificates?search=web*");
            assertThat(page.locator(".picking tbody tr").count()).isEqualTo(1);
            page.getByText("Revoke the chosen…").click();
            page.getByText("Nothing to revoke").first().waitFor();
            page.goBack();
            page.locator("input[name=serial]").check();
            page.getByText("Revoke the chosen…").click();
            page.locator("input[name=reason][value=certificateHold]").check();
            page.locator("button.main.danger").click();
            page.getByText("1 certificate is on hold").waitFor();
            page.navigate(server.https("/certificates?filter=held").toString());
            assertThat(page.locator(".picking tbody tr").count()).isEqualTo(1);
            page.navigate(server.https("/overview").toString());
            assertThat(page.locator("svg.calendar .day").count()).isPositive();
        }
    }

    private String issue(TestServer server, String name) throws Exception {
        var answer = server.api(
                "POST", "/certificates", Map.of("profile", "tls-server", "csr", CsrTools.openSsl(work, name)));
        assertThat(answer.statusCode()).as(TestServer.text(answer)).isEqualTo(201);
        return TestServer.json(answer).get("serial").asString();
    }

    private Page signedIn(TestServer server, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setJavaScriptEnabled(scripts)
                .setAcceptDownloads(true));
        Page page = context.newPage();
        page.onPageError(mistakes::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                mistakes.add(message.text());
            }
        });
        String first = server.readyBlock().firstPassword().orElseThrow();
        page.navigate(server.https("/sign-in").toString());
        page.getByLabel("Name").fill("admin");
        page.getByLabel("Password").fill(first);
        page.locator("main button").click();
        page.waitForURL("**/password*");
        page.locator("#current").fill(first);
        page.locator("#password").fill(PASSWORD);
        page.locator("#repeated").fill(PASSWORD);
        page.getByText("Save the new password").click();
        page.waitForURL(Pattern.compile(".*/(overview)?$"));
        return page;
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.id");
    }

    /** Judged by tools that are not ours. */
    private void unpack(Download download) throws Exception {
        Path zip = work.resolve("chosen.zip");
        download.saveAs(zip);
        Tool.ok(work, "jar", "xf", zip.toString());
        try (var files = Files.list(work)) {
            List<Path> certificates = files.filter(
                            file -> file.getFileName().toString().matches("[0-9a-f]+\\.pem"))
                    .toList();
            assertThat(certificates).hasSize(2);
            for (Path certificate : certificates) {
                assertThat(Tool.ok(
                                work,
                                "openssl",
                                "verify",
                                "-CAfile",
                                "ca-issuing-chain.pem",
                                certificate.getFileName().toString()))
                        .contains("OK");
            }
        }
        assertThat(work.resolve("certificates.csv")).content().contains("web01.lab.example.com");
    }

    private void listed(TestServer server, List<String> serials) {
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            Files.write(
                    work.resolve("i.crl"),
                    server.get(server.http("/crl/issuing.crl")).body());
            String text = Tool.ok(work, "openssl", "crl", "-inform", "DER", "-in", "i.crl", "-noout", "-text")
                    .toLowerCase(Locale.ROOT);
            return serials.stream().allMatch(text::contains);
        });
    }
}
