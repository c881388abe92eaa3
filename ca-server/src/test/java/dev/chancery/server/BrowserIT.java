package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system's Chromium drives what a person does. Screenshots of every page are left in target/screenshots. */
@DisplayName("A person with a browser")
class BrowserIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String NEW_PASSWORD = "four quiet words here";

    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    private final List<String> mistakes = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        Files.createDirectories(SCREENSHOTS);
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @Test
    @DisplayName(
            "signs in, requests with the CSR of every tool, approves another's, downloads, revokes, and the CRL tells")
    void mainPath() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Page admin = page(server, 1280, ColorScheme.LIGHT);
            admin.navigate(server.http("/").toString());
            assertThat(admin.locator("dd.mono").first().textContent())
                    .isEqualTo(server.readyBlock().root().fingerprint().colonHex());
            signIn(admin, server, "admin", server.readyBlock().firstPassword().orElseThrow());
            for (Map.Entry<String, String> request : CsrTools.all(work).entrySet()) {
                requestCertificate(admin, server, request.getValue());
                admin.waitForURL(Pattern.compile(".*/certificates/[0-9a-f]+.*"));
                assertThat(admin.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                                .textContent())
                        .contains(request.getKey() + ".lab.example.com");
            }
            String serial = approveAnothers(admin, server);
            download(admin, server, serial);
            revoke(admin, server, serial);
            everyPage(server, admin.context(), serial);
            assertThat(mistakes).as("what the browser complained about").isEmpty();
        }
    }

    @Test
    @DisplayName("is told what is wrong where it is wrong, and a pasted private key is neither kept nor shown")
    void mistakesInTheForm() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Page page = page(server, 1280, ColorScheme.LIGHT);
            signIn(page, server, "admin", server.readyBlock().firstPassword().orElseThrow());
            CsrTools.openSsl(work, "typo.lab.example.com");
            String key = Files.readString(work.resolve("typo.lab.example.com.key"));
            String secret = key.lines().skip(1).findFirst().orElseThrow();
            page.navigate(server.https("/request").toString());
            page.locator("#csr").fill(key);
            page.getByText("That is a private key, not a signing request").waitFor();
            assertThat(page.locator("#csr").inputValue()).isEmpty();

            Page withoutScripts = withoutScripts(page);
            withoutScripts.navigate(server.https("/request").toString());
            withoutScripts.locator("#csr").fill(key);
            withoutScripts.locator("#request button.main").click();
            withoutScripts.waitForLoadState();
            assertThat(withoutScripts.content())
                    .containsIgnoringCase("private key")
                    .doesNotContain(secret);
            requestWithoutScripts(withoutScripts, server, "this is no request");
            assertThat(withoutScripts.locator(".error").count()).isPositive();
            requestWithoutScripts(withoutScripts, server, "");
            assertThat(withoutScripts.content()).contains("The signing request is missing");
            requestWithoutScripts(withoutScripts, server, CsrTools.openSsl(work, "plain.lab.example.com"));
            withoutScripts.waitForURL(Pattern.compile(".*/certificates/[0-9a-f]+.*"));
            try (var files = Files.walk(data)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain(secret);
                }
            }
        }
    }

    private static Page withoutScripts(Page signedIn) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setIgnoreHTTPSErrors(true)
                        .setJavaScriptEnabled(false)
                        .setStorageState(signedIn.context().storageState()))
                .newPage();
    }

    private static void requestWithoutScripts(Page page, TestServer server, String csr) {
        page.navigate(server.https("/request").toString());
        page.locator("#csr").fill(csr);
        page.locator("#request button.main").click();
        page.waitForLoadState();
    }

    private Page page(TestServer server, int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setAcceptDownloads(true)
                .setBaseURL(server.https("/").toString()));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                mistakes.add(message.text());
            }
        });
        page.onPageError(mistakes::add);
        return page;
    }

    private static void signIn(Page page, TestServer server, String name, String password) {
        page.navigate(server.https("/sign-in").toString());
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        page.waitForURL("**/password*");
        page.locator("#current").fill(password);
        page.locator("#password").fill(NEW_PASSWORD);
        page.locator("#repeated").fill(NEW_PASSWORD);
        page.getByText("Save the new password").click();
        page.waitForURL(Pattern.compile(".*/(overview)?$"));
    }

    private static void requestCertificate(Page page, TestServer server, String csr) {
        page.navigate(server.https("/request").toString());
        page.locator("input[name=profile][value=tls-server]").check();
        page.locator("#csr").fill(csr);
        // A new document, whatever it says: the address may stay the same.
        page.evaluate("window.before = true");
        page.locator("#request button.main").click();
        page.waitForFunction("!window.before && document.readyState === 'complete'");
    }

    /** A requester without grants asks; the admin approves; the serial of what was issued. */
    private String approveAnothers(Page admin, TestServer server) throws Exception {
        var created = server.api(
                "POST",
                "/users",
                Map.of("name", "rita", "displayName", "Rita of the network team", "roles", List.of("requester")));
        assertThat(created.statusCode()).as(TestServer.text(created)).isEqualTo(201);
        String password = TestServer.json(created).get("password").asString();
        Page rita = page(server, 1280, ColorScheme.LIGHT);
        signIn(rita, server, "rita", password);
        requestCertificate(rita, server, CsrTools.openSsl(work, "www.rita.example.com"));
        rita.waitForURL("**/requests/*");
        assertThat(rita.content()).contains("www.rita.example.com");
        shoot(rita, "waiting-requester");
        rita.context().close();

        admin.navigate(server.https("/requests").toString());
        shoot(admin, "approvals");
        admin.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("www\\.rita\\.example\\.com")))
                .first()
                .click();
        admin.waitForURL("**/requests/*");
        shoot(admin, "approval");
        admin.locator("#comment").fill("Rita called; the name is hers.");
        admin.evaluate("window.before = true");
        admin.getByText("Approve and issue").click();
        admin.waitForFunction("!window.before && document.readyState === 'complete'");
        if (!admin.url().contains("/certificates/")) {
            admin.getByText("Show the certificate").click();
        }
        admin.waitForURL(Pattern.compile(".*/certificates/[0-9a-f]+.*"));
        return admin.url().replaceFirst(".*/certificates/([0-9a-f]+).*", "$1");
    }

    private void download(Page page, TestServer server, String serial) throws Exception {
        page.navigate(server.https("/certificates/" + serial).toString());
        Locator link = page.locator("a[download]").first();
        Download download = page.waitForDownload(link::click);
        Path file = work.resolve("downloaded.pem");
        download.saveAs(file);
        Files.write(
                work.resolve("root.pem"),
                server.get(server.http("/ca/root.pem")).body());
        Files.write(
                work.resolve("issuing.pem"),
                server.get(server.http("/ca/issuing.pem")).body());
        assertThat(Tool.run(
                                work,
                                "openssl",
                                "verify",
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "issuing.pem",
                                "-crl_check",
                                "-crl_download",
                                "downloaded.pem")
                        .output())
                .contains("downloaded.pem: OK");
    }

    private void revoke(Page page, TestServer server, String serial) {
        page.navigate(server.https("/certificates/" + serial).toString());
        page.getByText("Revoke…").click();
        page.waitForURL("**/revocation");
        shoot(page, "revocation");
        page.locator("input[name=reason][value=keyCompromise]").check();
        page.getByText("Revoke this certificate").click();
        page.waitForURL(Pattern.compile(".*/certificates/[0-9a-f]+$|.*/certificates/[0-9a-f]+\\?.*"));
        assertThat(page.locator(".status").first().textContent()).containsIgnoringCase("revoked");
        await().atMost(Duration.ofSeconds(2)).until(() -> {
            Files.write(
                    work.resolve("i.crl"),
                    server.get(server.http("/crl/issuing.crl")).body());
            return Tool.ok(work, "openssl", "crl", "-inform", "DER", "-in", "i.crl", "-noout", "-text")
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains(serial);
        });
    }

    /** Every page, light and dark, wide and narrow: nothing scrolls sideways, and a picture is left to be looked at. */
    private void everyPage(TestServer server, BrowserContext signedIn, String serial) {
        List<String> paths = List.of(
                "/",
                "/overview",
                "/request",
                "/certificates",
                "/certificates/" + serial,
                "/requests",
                "/users",
                "/users/rita",
                "/authorities",
                "/journal",
                "/journal/1",
                "/console",
                "/trust/check",
                "/rules",
                "/rules/judge",
                "/account");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1280, 390)) {
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setIgnoreHTTPSErrors(true)
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme)
                        .setStorageState(signedIn.storageState()));
                Page page = context.newPage();
                page.onPageError(mistakes::add);
                for (String path : paths) {
                    assertThat(page.navigate(server.https(path).toString()).status())
                            .as(path)
                            .isEqualTo(200);
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .as(path + " at " + width)
                            .isLessThanOrEqualTo(width);
                    shoot(page, name(path) + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width);
                }
                context.close();
            }
        }
    }

    private static String name(String path) {
        return path.equals("/")
                ? "trust"
                : path.substring(1).replaceAll("/[0-9a-f]{20,}", "-one").replace('/', '-');
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
