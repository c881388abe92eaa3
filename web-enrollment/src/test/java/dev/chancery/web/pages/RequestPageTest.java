package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.x509.Pem;
import dev.chancery.web.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The request form")
class RequestPageTest {
    private final SampleHouse house = new SampleHouse();
    private final Browser browser = Browser.of(house, SampleHouse.person("rita", Role.REQUESTER));

    private static String csr(String... names) {
        return Pem.encode("CERTIFICATE REQUEST", SampleCa.csr(names));
    }

    private static String form(String csr, String names, String more) {
        return "csrf=" + Browser.CSRF + "&form=abc123&profile=tls-server&csr=" + encode(csr) + "&names=" + encode(names)
                + more;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String check(String csr, String names, String more) {
        Reply reply = browser.post("/request/check", form(csr, names, more));
        assertThat(reply.status()).isEqualTo(200);
        return Browser.text(reply);
    }

    @Nested
    @DisplayName("before it is sent")
    class Before {
        @Test
        @DisplayName("says that a name within the grant is issued at once, and why")
        void atOnce() {
            assertThat(check(csr("web01.lab.contoso.com"), "", ""))
                    .contains("Issued at once", "The name is in your grant (lab.contoso.com and names below it")
                    .contains("EC P-256 key, signature is right, asks for 1 name");
        }

        @Test
        @DisplayName("says that another name waits for an officer, and which")
        void waits() {
            assertThat(check(csr("web01.lab.contoso.com"), "web01.lab.contoso.com www.contoso.com", ""))
                    .contains("An officer will decide", "\"www.contoso.com\" is outside the grant of rita");
        }

        @Test
        @DisplayName("takes the CSR's names until others are written")
        void namesOfTheCsr() {
            String csr = csr("web01.lab.contoso.com", "www.lab.contoso.com");
            assertThat(check(csr, "", "")).contains("<span>www.lab.contoso.com</span>");
            assertThat(check(csr, "mail.lab.contoso.com", ""))
                    .contains("<span>mail.lab.contoso.com</span>")
                    .doesNotContain("<span>www.lab.contoso.com</span>");
        }

        @Test
        @DisplayName("takes the next CSR's names as long as nobody has touched those of the first")
        void anotherCsr() {
            String csr = csr("mail.lab.contoso.com");
            assertThat(check(csr, "web01.lab.contoso.com", "&filled=web01.lab.contoso.com"))
                    .contains("<span>mail.lab.contoso.com</span>")
                    .doesNotContain("<span>web01.lab.contoso.com</span>");
            assertThat(check(csr, "web01.lab.contoso.com", "&filled=other.lab.contoso.com"))
                    .contains("<span>web01.lab.contoso.com</span>")
                    .doesNotContain("<span>mail.lab.contoso.com</span>");
        }

        @Test
        @DisplayName("can begin like a certificate that needs a successor")
        void successor() {
            String serial = house.issue(
                            "rita",
                            "tls-server-client",
                            SampleHouse.days(-1),
                            SampleHouse.days(9),
                            "old.lab.contoso.com")
                    .serial()
                    .hex();
            assertThat(Browser.text(browser.get("/request?like=" + serial)))
                    .contains("<span>old.lab.contoso.com</span>", "value=\"tls-server-client\" checked");
        }

        @Test
        @DisplayName("offers the correction of a wrong name, and applies it")
        void correction() {
            String csr = csr("web01.lab.contoso.com");
            assertThat(check(csr, "web_01.lab.contoso.com", ""))
                    .contains("value=\"names[0]=web-01.lab.contoso.com\"", "chip bad", "Something to correct");
            assertThat(check(csr, "web_01.lab.contoso.com", "&fix=" + encode("names[0]=web-01.lab.contoso.com")))
                    .contains("<span>web-01.lab.contoso.com</span>", "Issued at once");
        }

        @Test
        @DisplayName("looks at names even without a CSR")
        void withoutCsr() {
            assertThat(check("", "web_01.lab.contoso.com", "")).contains("Did you mean", "Not complete yet");
        }

        @Test
        @DisplayName("answers a private key with a warning and an empty field, and never repeats it")
        void privateKey() {
            String key =
                    "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0w\n-----END PRIVATE KEY-----";
            assertThat(check(key, "", "")).contains("That was a private key").doesNotContain("MIGHAgEA");
            assertThat(check(csr("web01.lab.contoso.com") + key, "", ""))
                    .contains("That was a private key")
                    .doesNotContain("MIGHAgEA");
            Reply sent = browser.post("/request", form(key, "", ""));
            assertThat(sent.status()).isEqualTo(422);
            assertThat(Browser.text(sent)).doesNotContain("MIGHAgEA");
        }

        @Test
        @DisplayName("does not repeat what it cannot read, which may be a key without its armour")
        void unreadable() {
            assertThat(check("MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0w", "", ""))
                    .doesNotContain("MIGHAgEA");
        }
    }

    @Nested
    @DisplayName("when it is sent")
    class Sent {
        @Test
        @DisplayName("leads to the certificate, the same one when it is sent twice")
        void issued() {
            String form = form(csr("web01.lab.contoso.com"), "", "");
            Reply reply = browser.post("/request", form);
            assertThat(reply.status()).isEqualTo(303);
            String path = reply.header("Location").orElseThrow();
            assertThat(path).matches("/certificates/[0-9a-f]{32}\\?issued=yes");
            assertThat(browser.post("/request", form).header("Location")).contains(path);
            assertThat(Browser.text(browser.get(path))).contains("Your certificate is issued");
        }

        @Test
        @DisplayName("leads to the request when an officer has to agree, who then issues it")
        void waits() {
            house.account("rita", "Rita", SampleHouse.person("rita").grants().own(), Role.REQUESTER);
            Reply reply = browser.post("/request", form(csr("www.contoso.com"), "", ""));
            String path = reply.header("Location").orElseThrow();
            assertThat(path).isEqualTo("/requests/1?sent=yes");
            assertThat(Browser.text(browser.get(path)))
                    .contains("Your request waits for an officer")
                    .doesNotContain("Approve and issue");
            Browser officer = Browser.of(house, SampleHouse.person("olga", Role.OFFICER));
            assertThat(Browser.text(officer.get("/requests/1")))
                    .contains("Approve and issue", "outside the requester's names");
            officer.post("/requests/1/approval", "csrf=" + Browser.CSRF + "&comment=fine");
            Matcher link = Pattern.compile("/certificates/[0-9a-f]+").matcher(Browser.text(browser.get("/requests/1")));
            assertThat(link.find()).isTrue();
            assertThat(browser.get(link.group()).status()).isEqualTo(200);
            assertThat(Browser.text(officer.get("/requests/1"))).doesNotContain("Against the last one");
        }

        @Test
        @DisplayName("shows the officer what is other than in the last certificate of the same names")
        void differences() {
            Browser officer = Browser.of(house, SampleHouse.person("olga", Role.OFFICER));
            house.account("rita", "Rita", SampleHouse.person("rita").grants().own(), Role.REQUESTER);
            browser.post("/request", form(csr("www.contoso.com"), "", ""));
            assertThat(Browser.text(officer.get("/requests/1"))).doesNotContain("Against the last one");
            officer.post("/requests/1/approval", "csrf=" + Browser.CSRF + "&comment=fine");
            browser.post("/request", form(csr("www.contoso.com"), "www.contoso.com\nnew.contoso.com", ""));
            assertThat(Browser.text(officer.get("/requests/2")))
                    .contains("Against the last one", "New: new.contoso.com", "A new key of the same kind")
                    .doesNotContain("New: www.contoso.com", "No longer");
        }

        @Test
        @DisplayName("is denied only with a reason, which the requester reads")
        void denied() {
            browser.post("/request", form(csr("www.contoso.com"), "", ""));
            Browser officer = Browser.of(house, SampleHouse.person("olga", Role.OFFICER));
            Reply silent = officer.post("/requests/1/denial", "csrf=" + Browser.CSRF + "&comment=");
            assertThat(silent.status()).isEqualTo(422);
            assertThat(house.stores.requestQueue().find(1).orElseThrow().state())
                    .isEqualTo(PendingRequest.State.PENDING);
            officer.post("/requests/1/denial", "csrf=" + Browser.CSRF + "&comment=not+yours");
            assertThat(Browser.text(browser.get("/requests/1"))).contains("Denied", "not yours");
        }

        @Test
        @DisplayName("is shown again with every mistake at its place")
        void refused() {
            Reply reply = browser.post("/request", form(csr("web01.lab.contoso.com"), "web_01.lab.contoso.com", ""));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(Browser.text(reply)).contains("Did you mean", "-----BEGIN CERTIFICATE REQUEST-----");
        }
    }
}
