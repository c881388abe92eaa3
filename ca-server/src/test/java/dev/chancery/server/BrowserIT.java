package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** The system's Chromium drives what a person does. How the pages look is for {@code BrowserPagesIT}. */
@DisplayName("A person with a browser")
class BrowserIT {
    private static Chromium chromium;

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    private final List<String> mistakes = new ArrayList<>();

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    @DisplayName(
            "signs in, requests with the CSR of every tool, approves another's, downloads, revokes, and the CRL tells")
    void mainPath() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Page admin = chromium.page(mistakes);
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
            everyPage(server, admin, serial);
            assertThat(mistakes).as("what the browser complained about").isEmpty();
        }
    }

    @Test
    @DisplayName("is told what is wrong where it is wrong, and a pasted private key is neither kept nor shown")
    void mistakesInTheForm() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Page page = chromium.page(mistakes);
            signIn(page, server, "admin", server.readyBlock().firstPassword().orElseThrow());
            CsrTools.openSsl(work, "typo.lab.example.com");
            String key = Files.readString(work.resolve("typo.lab.example.com.key"));
            String secret = key.lines().skip(1).findFirst().orElseThrow();
            page.navigate(server.https("/request").toString());
            page.locator("#csr").fill(key);
            page.getByText("That is a private key, not a signing request").waitFor();
            assertThat(page.locator("#csr").inputValue()).isEmpty();

            Page withoutScripts = chromium.another(page, 1280, ColorScheme.LIGHT, false);
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

    private static void requestWithoutScripts(Page page, TestServer server, String csr) {
        page.navigate(server.https("/request").toString());
        page.locator("#csr").fill(csr);
        page.locator("#request button.main").click();
        page.waitForLoadState();
    }

    private static void signIn(Page page, TestServer server, String name, String password) {
        Chromium.signIn(page, server.https("/sign-in"), name, password);
    }

    private static void requestCertificate(Page page, TestServer server, String csr) {
        page.navigate(server.https("/request").toString());
        page.locator("input[name=profile][value=tls-server]").check();
        page.locator("#csr").fill(csr);
        // A new document, whatever it says: the address may stay the same.
        page.evaluate("window.before = true");
        page.locator("#request button.main").click();
        Chromium.until(page, "!window.before && document.readyState === 'complete'");
    }

    /** A requester without grants asks; the admin approves; the serial of what was issued. */
    private String approveAnothers(Page admin, TestServer server) throws Exception {
        var created = server.api(
                "POST",
                "/users",
                Map.of("name", "rita", "displayName", "Rita of the network team", "roles", List.of("requester")));
        assertThat(created.statusCode()).as(TestServer.text(created)).isEqualTo(201);
        String password = TestServer.json(created).get("password").asString();
        Page rita = chromium.page(mistakes);
        signIn(rita, server, "rita", password);
        requestCertificate(rita, server, CsrTools.openSsl(work, "www.rita.example.com"));
        rita.waitForURL("**/requests/*");
        assertThat(rita.content()).contains("www.rita.example.com");
        rita.context().close();

        admin.navigate(server.https("/requests").toString());
        admin.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("www\\.rita\\.example\\.com")))
                .first()
                .click();
        admin.waitForURL("**/requests/*");
        admin.locator("#comment").fill("Rita called; the name is hers.");
        admin.evaluate("window.before = true");
        admin.getByText("Approve and issue").click();
        Chromium.until(admin, "!window.before && document.readyState === 'complete'");
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

    /** Every page has something to show of the real server. */
    private void everyPage(TestServer server, Page page, String serial) {
        for (String path : List.of(
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
                "/profiles",
                "/rules",
                "/rules/judge",
                "/account")) {
            assertThat(page.navigate(server.https(path).toString()).status())
                    .as(path)
                    .isEqualTo(200);
            assertThat(page.locator("main h1").first().textContent()).as(path).isNotBlank();
        }
    }
}
