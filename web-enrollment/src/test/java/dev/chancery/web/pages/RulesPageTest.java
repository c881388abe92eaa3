package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.core.inspection.Kind;
import dev.chancery.core.inspection.RuleBook;
import dev.chancery.core.x509.Pem;
import dev.chancery.web.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of rules")
class RulesPageTest {
    private final SampleHouse house = PagesPreview.furnished();
    private final Browser browser = Browser.of(house, SampleHouse.person("network", Role.REQUESTER));

    private static int count(String page, String part) {
        return page.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private Reply judge(String text) {
        return browser.post("/rules/judge", "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("lists every rule, and by kind those about one")
    void lists() {
        String all = Browser.text(browser.get("/rules"));
        RuleBook.all()
                .forEach(
                        entry -> assertThat(all).contains("id=\"" + entry.rule().id() + "\""));
        String crls = Browser.text(browser.get("/rules?kind=crl"));
        assertThat(count(crls, "<tr id=")).isEqualTo((int) RuleBook.all().stream()
                .filter(entry -> entry.kind() == Kind.CRL)
                .count());
        assertThat(count(Browser.text(browser.get("/rules?kind=nonsense")), "<tr id="))
                .isEqualTo(RuleBook.all().size());
    }

    @Test
    @DisplayName("judges what is pasted, and names what cannot be judged")
    void judges() {
        String root = Pem.encode(
                "CERTIFICATE", house.issuers.all().get(0).certificate().der());
        String page = Browser.text(judge(root));
        assertThat(page).contains("Certificate").doesNotContain("Not judged");
        String nothing = Browser.text(judge("Dear \"'><img src=x>"));
        assertThat(nothing).contains("Not judged", "neither in PEM nor in DER").doesNotContain("<img");
        String key = "-----BEGIN PRIVATE KEY-----\nMC4CAQSecret\n-----END PRIVATE KEY-----\n";
        assertThat(Browser.text(judge(key + root)))
                .contains("a private key stands there")
                .doesNotContain("MC4CAQSecret");
        Reply empty = judge(" ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(Browser.text(empty)).contains("Paste a certificate");
    }
}
