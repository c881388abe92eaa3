package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chromium makes keys and packs them; openssl, keytool and NSS open what it made. */
@DisplayName("A key that is made for a request")
class BrowserKeysIT {
    private static final Pattern CERTIFICATE = Pattern.compile(".*/certificates/[0-9a-f]+.*");
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
    @DisplayName("in the browser is read by openssl, keytool and NSS, and no octet of it leaves the browser")
    void inTheBrowser() throws Exception {
        try (TestServer server = TestServer.start(data);
                TlsRecorder recorder = TlsRecorder.before(server, work)) {
            Page page = chromium.page(mistakes);
            List<String> addresses = new ArrayList<>();
            page.context().onRequest(request -> addresses.add(request.url()));
            signIn(page, server, recorder.uri("/sign-in"));
            for (String kind : List.of("rsa-2048", "rsa-3072", "ec-p256", "ec-p384")) {
                String name = kind + ".lab.example.com";
                String password = fill(page, recorder.uri("/request"), name, kind);
                String serial = send(page, name);
                for (String file : List.of("pfx", "key", "chain", "bundle", "locked")) {
                    download(page, "[data-make=" + file + "]", kind + "." + file);
                }
                assertKeys(kind, password);
                assertPfx(kind + ".pfx", password);
                assertRequest(recorder.heard(), kind, name);
                assertThat(serial).matches("[0-9a-f]{32}");
                assertNothingLeft(recorder.heard(), kind, password);
            }
            assertThat(addresses)
                    .allMatch(
                            address -> address.startsWith(recorder.uri("/").toString()) || address.startsWith("blob:"));
            assertThat(mistakes).as("what the browser complained about").isEmpty();
        }
    }

    @Test
    @DisplayName(
            "in the browser waits in its file, locked, until an officer has agreed, and is joined with the certificate then")
    void joinedLater() throws Exception {
        try (TestServer server = TestServer.start(data);
                TlsRecorder recorder = TlsRecorder.before(server, work)) {
            Page rita = chromium.page(mistakes);
            Chromium.signIn(rita, recorder.uri("/sign-in"), "rita", account(server, "rita"));
            String password = fill(rita, recorder.uri("/request"), "www.rita.example.com", "ec-p256");
            rita.getByText("An officer will decide").waitFor();
            Download key = rita.waitForDownload(
                    () -> rita.locator("#receipt button.main").click());
            assertThat(key.suggestedFilename()).isEqualTo("www.rita.example.com.key.pem");
            key.saveAs(work.resolve("waiting.pem"));
            rita.waitForURL(Pattern.compile(".*/requests/[0-9]+.*"));
            rita.getByText("Keep the key file").waitFor();
            String serial = approve(server, rita.url().replaceFirst(".*/requests/([0-9]+).*", "$1"));

            rita.navigate(recorder.uri("/certificates/" + serial + "?key=browser&target=windows")
                    .toString());
            Tool.ok(
                    work,
                    "openssl",
                    "genpkey",
                    "-algorithm",
                    "EC",
                    "-pkeyopt",
                    "ec_paramgen_curve:P-256",
                    "-out",
                    "other.pem");
            join(rita, "other.pem", "");
            rita.getByText("This is the key of another certificate").waitFor();
            join(rita, "waiting.pem", "not the password");
            rita.getByText("The password does not open this key").waitFor();
            join(rita, "recorder.p12", "");
            rita.locator("[data-say=no-key]:not([hidden]), [data-say=format]:not([hidden])")
                    .waitFor();
            join(rita, "waiting.pem", password);
            download(rita, "[data-make=pfx]", "joined.pfx");
            assertPfx("joined.pfx", password);
            assertThat(new LeakSearch(recorder.heard()).found(scalar("waiting.pem", password)))
                    .isEmpty();
            assertThat(mistakes).as("what the browser complained about").isEmpty();
        }
    }

    @Test
    @DisplayName("in the browser survives a mistake in the form")
    void survives() throws Exception {
        try (TestServer server = TestServer.start(data);
                TlsRecorder recorder = TlsRecorder.before(server, work)) {
            Page page = chromium.page(mistakes);
            signIn(page, server, recorder.uri("/sign-in"));
            String password = fill(page, recorder.uri("/request"), "web_01.lab.example.com", "ec-p256");
            // Whoever corrects a name before the answer to the wrong one is there must not lose the correction.
            Chromium.slow(page, 1500);
            page.waitForDownload(() -> page.locator("#receipt button.main").click());
            page.locator(".error:visible").first().waitFor();
            assertThat(page.locator("#own-password").inputValue()).isEqualTo(password);
            Chromium.takeTheProposal(page);

            page.locator("#receipt button.main").click();
            page.locator("#own-key [data-open]:not([hidden])").first().waitFor();
            download(page, "[data-make=pfx]", "survivor.pfx");
            assertPfx("survivor.pfx", password);
        }
    }

    @Test
    @DisplayName("in the browser survives the end of the session: whoever signs in in another tab sends it again")
    void survivesTheSession() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Page page = chromium.page(mistakes);
            signIn(page, server, server.https("/sign-in"));
            String password = fill(page, server.https("/request"), "patient_1.lab.example.com", "ec-p256");
            page.waitForDownload(() -> page.locator("#receipt button.main").click());
            Chromium.takeTheProposal(page);
            page.context().clearCookies();
            page.locator("#receipt button.main").click();
            page.locator("[data-say=signed-out]:not([hidden])").waitFor();
            Page tab = page.waitForPopup(
                    () -> page.locator("[data-say=signed-out] a").click());
            tab.locator("input[name=name]").fill("admin");
            tab.locator("input[name=password]").fill(Chromium.NEW_PASSWORD);
            tab.locator("input[name=password]").press("Enter");
            tab.waitForURL(Pattern.compile(".*/overview$"));
            tab.close();

            page.locator("#receipt button.main").click();
            page.locator("#own-key [data-open]:not([hidden])").waitFor();
            assertThat(page.url()).matches(CERTIFICATE);
            download(page, "[data-make=pfx]", "patient.pfx");
            assertPfx("patient.pfx", password);
        }
    }

    @Test
    @DisplayName("by the server is handed out once, without scripts too, and is nowhere on its disk")
    void byTheServer() throws Exception {
        try (TestServer server = TestServer.start(data)) {
            Page admin = chromium.page(mistakes);
            signIn(admin, server, server.https("/sign-in"));
            Page page = chromium.another(admin, 1280, ColorScheme.LIGHT, false);
            page.navigate(server.https("/request").toString());
            page.locator("input[name=profile][value=tls-server]").check();
            page.locator("textarea[name=names]").fill("pfx.lab.example.com\n10.0.0.7");
            page.locator("input[name=target][value=windows]").check();
            page.locator("#key-server-choice").check();
            page.locator("#receipt button.main").click();
            page.getByText("This page is shown once").waitFor();
            String password = page.locator("#handout pre").textContent();
            download(page, "#handout a[download]", "server.pfx");
            assertPfx("server.pfx", password);
            Tool.ok(
                    work,
                    "openssl",
                    "pkcs12",
                    "-in",
                    "server.pfx",
                    "-passin",
                    "pass:" + password,
                    "-nocerts",
                    "-nodes",
                    "-out",
                    "server.pem");
            Tool.ok(
                    work,
                    "openssl",
                    "pkcs8",
                    "-topk8",
                    "-nocrypt",
                    "-in",
                    "server.pem",
                    "-outform",
                    "DER",
                    "-out",
                    "server.der");
            List<byte[]> secrets = secrets(work.resolve("server.der"));
            try (var files = Files.walk(data)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    LeakSearch search = new LeakSearch(Files.readString(file, StandardCharsets.ISO_8859_1));
                    secrets.forEach(secret ->
                            assertThat(search.found(secret)).as(file.toString()).isEmpty());
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(password);
                }
            }
        }
    }

    // ---- what a person does

    private static void signIn(Page page, TestServer server, URI address) {
        Chromium.signIn(
                page, address, "admin", server.readyBlock().firstPassword().orElseThrow());
    }

    /** The form with one name and a key of the browser's; the password that the browser has made up. */
    private static String fill(Page page, URI form, String name, String kind) {
        page.navigate(form.toString());
        page.locator("input[name=profile][value=tls-server]").check();
        page.getByLabel("Add a name").fill(name);
        page.getByLabel("Add a name").press("Enter");
        page.locator("input[name=target][value=file]").check();
        page.locator("#key-browser").check();
        page.locator("#algorithm").selectOption(kind);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        String password = page.locator("#own-password").inputValue();
        assertThat(password).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
        return password;
    }

    /** The serial of what was issued; the locked key is saved before. */
    private String send(Page page, String name) {
        Download key =
                page.waitForDownload(() -> page.locator("#receipt button.main").click());
        assertThat(key.suggestedFilename()).isEqualTo(name + ".key.pem");
        page.waitForURL(CERTIFICATE);
        page.getByText("Your key and your certificate, together").waitFor();
        page.locator("#own-key details summary").last().click();
        return page.url().replaceFirst(".*/certificates/([0-9a-f]+).*", "$1");
    }

    private void download(Page page, String what, String file) {
        page.waitForDownload(() -> page.locator(what).first().click()).saveAs(work.resolve(file));
    }

    private void join(Page page, String file, String password) {
        page.locator("#key-file").setInputFiles(work.resolve(file));
        page.locator("#key-password").fill(password);
        page.locator("[data-unlock]").click();
    }

    private static String account(TestServer server, String name) {
        var created =
                server.api("POST", "/users", Map.of("name", name, "displayName", name, "roles", List.of("requester")));
        assertThat(created.statusCode()).as(TestServer.text(created)).isEqualTo(201);
        return TestServer.json(created).get("password").asString();
    }

    private static String approve(TestServer server, String request) {
        var approved = server.api("POST", "/requests/" + request + "/approval", Map.of("comment", "Rita called."));
        assertThat(approved.statusCode() / 100).as(TestServer.text(approved)).isEqualTo(2);
        return TestServer.json(approved).get("serial").asString();
    }

    // ---- what other programs say

    private void assertKeys(String kind, String password) {
        String fromCertificate = Tool.ok(work, "openssl", "x509", "-in", kind + ".chain", "-pubkey", "-noout");
        assertThat(Tool.ok(work, "openssl", "pkey", "-in", kind + ".key", "-pubout"))
                .isEqualTo(fromCertificate);
        assertThat(Tool.ok(work, "openssl", "pkey", "-in", kind + ".locked", "-passin", "pass:" + password, "-pubout"))
                .isEqualTo(fromCertificate);
        assertThat(Tool.ok(work, "openssl", "pkey", "-in", kind + ".bundle", "-pubout"))
                .isEqualTo(fromCertificate);
        assertThat(Tool.ok(work, "openssl", "pkey", "-in", kind + ".key", "-check", "-noout"))
                .contains("valid");
    }

    private void assertPfx(String file, String password) {
        assertThat(Tool.ok(work, "openssl", "pkcs12", "-in", file, "-passin", "pass:" + password, "-info", "-nodes"))
                .contains("MAC: sha256, Iteration 100000", "PBES2, PBKDF2, AES-256-CBC", "hmacWithSHA256")
                .contains("BEGIN PRIVATE KEY", "friendlyName", "localKeyID");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        assertThat(Tool.ok(
                        work,
                        keytool,
                        "-list",
                        "-v",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file,
                        "-storepass",
                        password))
                .contains("PrivateKeyEntry", "Certificate chain length: 2");
        String database = "nss-" + file;
        assertThat(work.resolve(database).toFile().mkdir()).isTrue();
        Tool.ok(work, "certutil", "-N", "-d", "sql:" + database, "--empty-password");
        assertThat(Tool.ok(work, "pk12util", "-i", file, "-d", "sql:" + database, "-W", password))
                .contains("PKCS12 IMPORT SUCCESSFUL");
        assertThat(Tool.ok(work, "certutil", "-K", "-d", "sql:" + database)).containsPattern("< 0> (rsa|ec)");
    }

    /** Connections overlap, so the request for this name may stand anywhere in what was sent. */
    private void assertRequest(String heard, String kind, String name) throws IOException {
        Matcher requests = Pattern.compile(
                        "-----BEGIN CERTIFICATE REQUEST-----.*?-----END CERTIFICATE REQUEST-----", Pattern.DOTALL)
                .matcher(heard);
        List<String> texts = new ArrayList<>();
        while (requests.find()) {
            Files.writeString(work.resolve(kind + ".csr"), requests.group() + "\n");
            texts.add(Tool.ok(work, "openssl", "req", "-in", kind + ".csr", "-verify", "-noout", "-text"));
        }
        assertThat(texts).anySatisfy(text -> assertThat(text).contains("verify OK", "DNS:" + name, "CN = " + name));
    }

    private void assertNothingLeft(String heard, String kind, String password) throws Exception {
        LeakSearch search = new LeakSearch(heard);
        Tool.ok(
                work,
                "openssl",
                "pkcs8",
                "-topk8",
                "-nocrypt",
                "-in",
                kind + ".key",
                "-outform",
                "DER",
                "-out",
                kind + ".der");
        for (byte[] secret : secrets(work.resolve(kind + ".der"))) {
            assertThat(search.found(secret)).isEmpty();
        }
        assertThat(heard).doesNotContain(password);
        // The search can find something: the public key did leave, within the request.
        Tool.ok(work, "openssl", "pkey", "-in", kind + ".key", "-pubout", "-outform", "DER", "-out", kind + ".pub");
        byte[] spki = Files.readAllBytes(work.resolve(kind + ".pub"));
        assertThat(search.found(Arrays.copyOfRange(spki, spki.length - 40, spki.length)))
                .isNotEmpty();
    }

    private byte[] scalar(String locked, String password) throws Exception {
        Tool.ok(
                work,
                "openssl",
                "pkcs8",
                "-topk8",
                "-nocrypt",
                "-in",
                locked,
                "-passin",
                "pass:" + password,
                "-outform",
                "DER",
                "-out",
                "scalar.der");
        return secrets(work.resolve("scalar.der")).get(0);
    }

    /** The numbers that nobody else may know. */
    private static List<byte[]> secrets(Path pkcs8) throws Exception {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Files.readAllBytes(pkcs8));
        if (Files.readString(pkcs8, StandardCharsets.ISO_8859_1).contains("*\u0086H\u00ce=\u0002\u0001")) {
            ECPrivateKey key = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
            return List.of(key.getS().toByteArray());
        }
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
        return List.of(
                key.getPrivateExponent().toByteArray(),
                key.getPrimeP().toByteArray(),
                key.getPrimeQ().toByteArray(),
                key.getPrimeExponentP().toByteArray(),
                key.getPrimeExponentQ().toByteArray(),
                key.getCrtCoefficient().toByteArray());
    }
}
