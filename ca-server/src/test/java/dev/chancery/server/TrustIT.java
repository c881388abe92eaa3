package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the trust page tells people to do is done here, as far as this machine has the programs. */
@DisplayName("Trusting the CA as its page says")
class TrustIT {
    private static final Pattern COMMAND = Pattern.compile("<pre tabindex=\"0\">([^<]*)</pre>");

    @TempDir
    private static Path data;

    @TempDir
    private Path work;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The commands of the page, as a person copies them. */
    private static List<String> commands() {
        String page = TestServer.text(server.get(server.http("/")));
        Matcher found = COMMAND.matcher(page);
        return found.results()
                .map(one -> one.group(1)
                        .replace("&gt;", ">")
                        .replace("&#34;", "\"")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                .toList();
    }

    private static String command(String part) {
        return commands().stream()
                .filter(text -> text.contains(part))
                .findFirst()
                .orElseThrow();
    }

    /** A sudo that does as it is told, and an end of the command that changes this folder only. */
    private Map<String, String> contained() throws IOException {
        Path sudo = Files.writeString(work.resolve("sudo"), "#!/bin/sh\nexec \"$@\"\n");
        Path update = Files.writeString(work.resolve("update-ca-certificates"), "#!/bin/sh\ntouch updated\n");
        for (Path program : List.of(sudo, update)) {
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return Map.of("/usr/local/share/ca-certificates/", work + "/");
    }

    private Tool shell(String command) throws IOException {
        String contained = command;
        for (Map.Entry<String, String> other : contained().entrySet()) {
            contained = contained.replace(other.getKey(), other.getValue() + "store-");
        }
        return Tool.run(work, "env", "PATH=" + work + ":" + System.getenv("PATH"), "sh", "-c", contained);
    }

    @Test
    @DisplayName("on Linux installs the root that the page shows, and no other")
    void linux() throws IOException {
        String command = command("update-ca-certificates");
        Tool good = shell(command);
        assertThat(good.exitCode()).as(good.output()).isZero();
        assertThat(work.resolve("updated")).exists();
        Path installed = work.resolve("store-chancery-root.crt");
        assertThat(Tool.ok(work, "openssl", "x509", "-in", installed.toString(), "-noout", "-fingerprint", "-sha256"))
                .contains(server.readyBlock().root().fingerprint().colonHex());

        Files.delete(work.resolve("updated"));
        Files.delete(installed);
        Tool other = shell(command.replace("/ca/root.crt", "/ca/issuing.crt"));
        assertThat(other.exitCode()).as(other.output()).isNotZero();
        assertThat(installed).doesNotExist();
        assertThat(work.resolve("updated")).doesNotExist();
    }

    @Test
    @DisplayName("in Java adds the root to a trust store")
    void java() throws IOException {
        Tool done = shell(command("keytool")
                .replace("-cacerts", "-keystore trust.p12 -noprompt")
                .replace(
                        "keytool",
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()));
        assertThat(done.exitCode()).as(done.output()).isZero();
        assertThat(Tool.ok(
                        work,
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-list",
                        "-keystore",
                        "trust.p12",
                        "-storepass",
                        "changeit"))
                .contains(server.readyBlock().root().fingerprint().colonHex());
    }

    @Test
    @DisplayName("is what a browser finds when it checks: not before the root is in its store, and then")
    void check() throws IOException {
        try (Playwright playwright = Playwright.create()) {
            assertThat(verdict(playwright)).contains("Not trusted yet");
            Path store = Files.createDirectories(work.resolve(".pki/nssdb"));
            Files.write(
                    work.resolve("root.pem"),
                    server.get(server.http("/ca/root.pem")).body());
            Tool.ok(work, "certutil", "-N", "-d", "sql:" + store, "--empty-password");
            Tool.ok(work, "certutil", "-A", "-d", "sql:" + store, "-n", "root", "-t", "C,,", "-i", "root.pem");
            assertThat(verdict(playwright)).contains("Trusted: this browser accepts");
        }
    }

    /** Chromium on Linux keeps what it trusts in its home. */
    private String verdict(Playwright playwright) {
        try (Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setEnv(Map.of("HOME", work.toString()))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            Page page = browser.newPage();
            page.navigate(server.http("/").toString());
            page.getByText("Check my trust").click();
            page.locator("[data-trust] .status").waitFor();
            return page.locator("[data-trust] .status").textContent();
        }
    }
}
