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
    /** Of somebody for {@code my_host.example.com}. */
    private static final String UNDERSCORE = """
            -----BEGIN CERTIFICATE-----
            MIIB1jCCAXugAwIBAgIUfpGgscwF9l5BRdjutVZiJ1ePsy8wCgYIKoZIzj0EAwIw
            HjEcMBoGA1UEAwwTbXlfaG9zdC5leGFtcGxlLmNvbTAeFw0yNjExMjkwNzQwMTZa
            Fw0yNzA5MjUwNzQwMTZaMB4xHDAaBgNVBAMME215X2hvc3QuZXhhbXBsZS5jb20w
            WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQyIJGEn41GoRxCG9PH7P2yRBT7Avl1
            MOMECDQbyXBSaPpdZwuhrZNvpvS8gQi07jPDEJzbpvn4rvE/+ugmcV+Io4GWMIGT
            MB0GA1UdDgQWBBRI4luD0FuV1HNmmckGbJCsaPwcjzAfBgNVHSMEGDAWgBRI4luD
            0FuV1HNmmckGbJCsaPwcjzAeBgNVHREEFzAVghNteV9ob3N0LmV4YW1wbGUuY29t
            MBMGA1UdJQQMMAoGCCsGAQUFBwMBMA4GA1UdDwEB/wQEAwIHgDAMBgNVHRMBAf8E
            AjAAMAoGCCqGSM49BAMCA0kAMEYCIQCLRba2lZa/yw96BuJqbh730Ra/AVZpgPuc
            siLTBQnREQIhAI1vZl2ieTz6OcOTTI7FBMQ3Tc7ICDP+VsLELvYVbwOD
            -----END CERTIFICATE-----
            """;

    private final SampleHouse house = new SampleHouse();
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
    @DisplayName("shows which profiles turn a rule down, and why, to those who are signed in")
    void turnedDown() {
        assertThat(Browser.text(browser.get("/rules")))
                .contains(
                        "Notice in edge-external: Old hosts have such names", "Not asked in edge-external: Its nodes");
        assertThat(Browser.text(Browser.ofNobody(house).get("/rules")))
                .contains("dns-underscore")
                .doesNotContain("edge-external");
    }

    @Test
    @DisplayName("judges as a certificate of such a profile")
    void asProfile() {
        String form = "text=" + URLEncoder.encode(UNDERSCORE, StandardCharsets.UTF_8);
        assertThat(Browser.text(browser.post("/rules/judge", form)))
                .contains("rule <span class=\"mono\">dns-underscore", "As a certificate of")
                .contains("<option value=\"edge-external\"")
                .doesNotContain("Turned down by", "<option value=\"tls-server\"");
        assertThat(Browser.text(browser.post("/rules/judge", form + "&profile=edge-external")))
                .contains("Turned down by the profile: Old hosts have such names")
                .contains("<option value=\"edge-external\" selected")
                .contains("The profile does not ask the rule validity-of-server: Its nodes are thrown away");
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
