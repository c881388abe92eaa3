package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Role;
import dev.chancery.core.editing.ProfileChange;
import dev.chancery.core.memory.Permits;
import dev.chancery.web.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SECURITY.md rule 25: whatever somebody wrote is text on a page, and nothing else. */
@DisplayName("Text from people")
class EscapingTest {
    private static final String ATTACK = "\"'><img src=x onerror=alert(1)></textarea><script>alert(2)</script>";

    private final SampleHouse house = new SampleHouse();
    private final Browser browser = Browser.of(house, SampleHouse.person("admin", Role.values()));
    private final String serial;

    EscapingTest() {
        house.account("admin", ATTACK, new NameGrants(List.of(ATTACK), List.of(), false, List.of(), false), Role.ADMIN);
        house.ask("network", ATTACK, List.of(ATTACK), "www.contoso.com");
        profile();
        house.crls.fail("issuing", ATTACK);
        serial = house.issue("network", ATTACK, SampleHouse.days(-1), SampleHouse.days(20), "www.lab.contoso.com")
                .serial()
                .hex();
        house.clock.advance(Duration.ofMinutes(1));
    }

    /** What an administrator may write into one, whoever looks at it. */
    private void profile() {
        Permit permit = Permits.of(SampleHouse.person("admin", Role.ADMIN), Permission.MANAGE_PROFILES);
        String text = house.editor.editor.text("tls-server").orElseThrow() + "# " + ATTACK + "\n";
        String titled = house.editor.language.with(text, Map.of("title", ATTACK));
        house.editor.editor.save(permit, new ProfileChange("tls-server", titled, 1, ATTACK));
    }

    private static void harmless(Reply reply) {
        String page = Browser.text(reply);
        assertThat(page).contains("</html>");
        assertThat(page).doesNotContain("<img", "<script>");
        // A quotation mark that would end an attribute; what follows it inside one is harmless.
        assertThat(page).doesNotContain("\"'>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/overview",
                "/requests",
                "/requests/1",
                "/users",
                "/users/admin",
                "/account",
                "/authorities",
                "/authorities/issuing/addresses",
                "/journal",
                "/profiles",
                "/profiles/tls-server",
                "/profiles/tls-server/edit",
                "/profiles/tls-server/versions/2",
                "/certificates",
                "/rules",
                "/rules/judge",
                "/request"
            })
    @DisplayName("is escaped where it is shown")
    void shown(String path) {
        Reply reply = browser.get(path);
        assertThat(reply.status()).isEqualTo(200);
        harmless(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/certificates?search=",
                "/certificates?filter=",
                "/certificates?profile=",
                "/certificates?ca=",
                "/certificates?by=",
                "/certificates?ends=",
                "/certificates?order=",
                "/certificates?search=w&by=",
                "/certificates/revocation?serial=",
                "/journal?actor=",
                "/journal?q=",
                "/journal?since=",
                "/authorities?published="
            })
    @DisplayName("is escaped where an address brings it")
    void inAddress(String path) {
        harmless(browser.get(path + ATTACK.replaceAll("[=&]", "")));
    }

    @Test
    @DisplayName("is escaped in what is asked about the key, and in what the next address remembers of it")
    void aboutKeys() {
        String attack = URLEncoder.encode(ATTACK, StandardCharsets.UTF_8);
        for (String field : List.of("key", "algorithm", "target", "password", "format", "form", "edited", "filled")) {
            for (String source : List.of("csr", "browser", "server")) {
                String form = "profile=tls-server&names=www.lab.contoso.com&key=" + source + "&" + field + "=" + attack;
                harmless(browser.post("/request/check", form));
                Reply sent = browser.post("/request", form);
                harmless(
                        sent.status() == 303
                                ? browser.get(sent.header("Location").orElseThrow())
                                : sent);
                Reply file = browser.post("/request/certreq", form);
                assertThat(file.header("Content-Disposition").isPresent()
                                || Browser.text(file).contains("</html>"))
                        .isTrue();
            }
        }
        String plain = ATTACK.replaceAll("[=&]", "");
        for (String page : List.of("/certificates/" + serial, "/requests/1", "/request")) {
            for (String field : List.of("target", "key", "issued", "handed", "sent", "profile", "names", "like")) {
                harmless(browser.get(page + "?" + field + "=" + plain));
            }
        }
    }

    @Test
    @DisplayName("is escaped where a form brings it back")
    void inForms() {
        String attack = URLEncoder.encode(ATTACK, StandardCharsets.UTF_8);
        harmless(browser.post("/users", "name=" + attack + "&displayName=" + attack + "&exact=" + attack));
        harmless(browser.post(
                "/certificates/revocation", "serials=" + attack + "&reason=" + attack + "&since=" + attack));
        harmless(browser.post("/users/admin/tokens", "label=" + attack));
        harmless(browser.post("/account/tokens", "label=" + attack));
        harmless(browser.post(
                "/request/check",
                "profile=" + attack + "&names=" + attack + "&csr=" + attack + "&subject=" + attack + "&validity="
                        + attack));
        harmless(browser.post("/requests/1/denial", "comment=+"));
        harmless(Browser.ofNobody(house).post("/sign-in", "name=" + attack + "&password=x&next=" + attack));
        browser.post("/requests/1/denial", "comment=" + attack);
        harmless(browser.get("/requests/1"));
    }

    @Test
    @DisplayName("is escaped on error pages")
    void errors() {
        harmless(browser.get("/certificates/" + ATTACK.replaceAll("[/?=&]", "")));
        harmless(browser.get("/requests/" + ATTACK.replaceAll("[/?=&]", "")));
        harmless(browser.get("/users/" + ATTACK.replaceAll("[/?=&]", "")));
    }
}
