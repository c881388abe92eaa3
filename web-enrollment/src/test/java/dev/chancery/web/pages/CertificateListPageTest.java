package dev.chancery.web.pages;

import static dev.chancery.web.pages.SampleHouse.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.web.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The list of certificates")
class CertificateListPageTest {
    private final SampleHouse house = new SampleHouse();
    private final Browser officer = Browser.of(house, SampleHouse.person("olga", Role.OFFICER));
    private final Browser auditor = Browser.of(house, SampleHouse.person("anna", Role.AUDITOR));
    private final Browser rita = Browser.of(house, SampleHouse.person("rita", Role.REQUESTER));
    private final EncodedCertificate web = house.issue("rita", "tls-server", days(-1), days(300), "web.lab.test");
    private final EncodedCertificate soon = house.issue("rita", "tls-client", days(-1), days(9), "soon.lab.test");
    private final EncodedCertificate mail = house.issue("bob", "tls-server", days(-1), days(200), "mail.lab.test");
    private final EncodedCertificate past = house.issue("bob", "tls-server", days(-90), days(-3), "past.lab.test");
    private final EncodedCertificate older = house.issue("bob", "tls-server", days(-90), days(-30), "older.lab.test");

    private String list(String query) {
        return Browser.text(officer.get("/certificates" + query));
    }

    @Nested
    @DisplayName("in which hardly any fits")
    class Sparse {
        private String next(String page) {
            return page.replaceFirst("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1")
                    .replace("&amp;", "&");
        }

        @Test
        @DisplayName("says that looking was given up, and goes on from there until all is looked through")
        void givenUp() {
            house.stores.ledger().patience(2);
            String first = list("?filter=expired&order=newest");
            assertThat(first)
                    .contains("past.lab.test", "older.lab.test", "Found so far: 2", "Go on looking")
                    .doesNotContain("Next page");
            String second = Browser.text(officer.get(next(first)));
            assertThat(second)
                    .contains("Looking takes a while", "none fits", "Go on looking")
                    .doesNotContain("certificate fits", "<table");
            String third = Browser.text(officer.get(next(second)));
            assertThat(third).contains("No further certificate fits").doesNotContain("Go on looking");
        }

        @Test
        @DisplayName("never says that there is none yet while there may be")
        void none() {
            for (int i = 0; i < 3; i++) {
                house.issue("system", "tls-server", days(-1), days(60), "own.lab.test");
            }
            house.stores.ledger().patience(3);
            assertThat(list("?order=newest"))
                    .contains("Looking takes a while", "Go on looking")
                    .doesNotContain("Certificates will be listed here");
        }
    }

    @Nested
    @DisplayName("narrows down")
    class Narrowing {
        @ParameterizedTest
        @CsvSource({
            "'?filter=valid&by=bob', mail",
            "'?profile=tls-client', soon",
            "'?ca=issuing&filter=expired&profile=tls-server&by=bob', past older",
            "'?search=lab&profile=tls-client&by=rita', soon",
            "'?ca=root', ''",
            "'?filter=valid&ends=2026-12', soon",
            "'?ends=2026-12-01', soon",
            "'?ends=2026-12-02', ''",
        })
        @DisplayName("by all that is asked for at once")
        void together(String query, String wanted) {
            String page = list(query);
            for (String name : new String[] {"web", "soon", "mail", "past", "older"}) {
                assertThat(page.contains(">" + name + ".lab.test<")).as(name).isEqualTo(wanted.contains(name));
            }
        }

        @Test
        @DisplayName("and says beside each choice how many it leaves")
        void counts() {
            assertThat(list(""))
                    .contains("All<i>5</i>", "Valid<i>3</i>", "Ends within 30 days<i>1</i>", "Expired<i>2</i>")
                    .contains(">rita (2)<", ">bob (3)<", "(4)</option>", "5 certificates");
            assertThat(list("?by=bob")).contains("All<i>3</i>", "Expired<i>2</i>", ">rita (2)<");
            assertThat(list("?filter=expired")).contains("2 certificates").doesNotContain(">rita (");
            assertThat(list("?search=we")).contains("Valid</a>", "1 found");
        }

        @Test
        @DisplayName("and takes each of it back with one link")
        void back() {
            assertThat(list("?filter=valid&by=bob&ends=2027-06"))
                    .contains("href=\"/certificates?filter=valid&amp;ends=2027-06\"")
                    .contains("href=\"/certificates?filter=valid&amp;by=bob\"")
                    .contains("Requested by: bob", "Ends in June 2027");
        }

        @Test
        @DisplayName("to one's own, whatever the address says")
        void own() {
            // The links to other languages repeat what she asked for.
            String page = Browser.text(rita.get("/certificates?by=bob")).replaceFirst("(?s)<footer.*</footer>", "");
            assertThat(page).contains("web.lab.test", "All<i>2</i>").doesNotContain("mail.lab.test", "bob");
        }
    }

    @Test
    @DisplayName("shows what ends next first where that is asked for, and what expired last first")
    void orders() {
        assertThat(list("?filter=expired")).containsSubsequence("past.lab.test", "older.lab.test");
        assertThat(list("?filter=expired&order=ending")).containsSubsequence("older.lab.test", "past.lab.test");
        assertThat(list("?order=ending"))
                .containsSubsequence(
                        "older.lab.test", "past.lab.test", "soon.lab.test", "mail.lab.test", "web.lab.test");
    }

    @Nested
    @DisplayName("goes with somebody")
    class Exported {
        @Test
        @DisplayName("as a table, as far as the filters leave it")
        void csv() {
            Reply reply = officer.get("/certificates/export.csv?by=rita&filter=valid");
            assertThat(reply.header("Content-Disposition").orElse("")).contains("certificates.csv");
            assertThat(Browser.text(reply).lines())
                    .hasSize(3)
                    .anySatisfy(line -> assertThat(line).contains(web.serial().hex(), "web.lab.test", "valid"))
                    .anySatisfy(line -> assertThat(line).contains("soon.lab.test"));
        }

        @Test
        @DisplayName("for programs")
        void json() {
            assertThat(Browser.text(officer.get("/certificates/export.json?filter=expired")))
                    .contains(
                            "\"status\":\"expired\"",
                            past.serial().hex(),
                            older.serial().hex())
                    .doesNotContain("\"valid\"");
        }

        @Test
        @DisplayName("as the certificates that were ticked, their CAs and a table of them, and no stranger's")
        void zip() throws Exception {
            String query = "?chosen=yes&serial=" + web.serial().hex() + "&serial="
                    + mail.serial().hex();
            assertThat(unzip(officer.get("/certificates/export.zip" + query)).keySet())
                    .containsExactlyInAnyOrder(
                            web.serial().hex() + ".pem",
                            mail.serial().hex() + ".pem",
                            "ca-issuing-chain.pem",
                            "certificates.csv");
            Map<String, String> own = unzip(rita.get("/certificates/export.zip" + query));
            assertThat(own.keySet())
                    .containsExactlyInAnyOrder(web.serial().hex() + ".pem", "ca-issuing-chain.pem", "certificates.csv");
            assertThat(own.get(web.serial().hex() + ".pem")).isEqualTo(web.pem());
        }

        private Map<String, String> unzip(Reply reply) throws IOException {
            Map<String, String> files = new LinkedHashMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(reply.body()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return files;
        }

        @Test
        @DisplayName("and says so when nothing was ticked")
        void nothing() {
            Reply reply = officer.get("/certificates/export.zip?chosen=yes");
            assertThat(reply.header("Location")).contains("/certificates?chosen=none");
            assertThat(list("?chosen=none")).contains("No certificate was chosen");
        }
    }

    @Nested
    @DisplayName("revokes many")
    class Revoking {
        private String ask(Browser who, EncodedCertificate... chosen) {
            StringBuilder query = new StringBuilder("?chosen=yes");
            for (EncodedCertificate one : chosen) {
                query.append("&serial=").append(one.serial().hex());
            }
            return Browser.text(who.get("/certificates/revocation" + query));
        }

        private String serials(EncodedCertificate... chosen) {
            StringBuilder serials = new StringBuilder("serials=");
            for (EncodedCertificate one : chosen) {
                serials.append(one.serial().hex()).append('+');
            }
            return serials.toString();
        }

        @Test
        @DisplayName("after saying which, and when others will notice")
        void asks() {
            house.revoke(past, RevocationReason.SUPERSEDED, days(-2));
            assertThat(ask(officer, web, mail, past))
                    .contains("Revoke 2 certificates?", "web.lab.test", "mail.lab.test")
                    .contains("published within a second", "number 128", "until it ends")
                    .containsSubsequence("Left as they are", "past.lab.test", "was revoked before")
                    .contains("value=\"" + web.serial().hex() + " "
                            + mail.serial().hex() + "\"");
        }

        @Test
        @DisplayName("those and no others, with one reason")
        void revokes() {
            String done = Browser.text(
                    officer.post("/certificates/revocation", serials(web, mail) + "&reason=cessationOfOperation"));
            assertThat(done).contains("2 certificates are revoked", "out of use");
            assertThat(list("?filter=revoked"))
                    .contains("web.lab.test", "mail.lab.test")
                    .doesNotContain("soon.lab");
            assertThat(Browser.text(
                            officer.post("/certificates/revocation", serials(web, soon) + "&reason=certificateHold")))
                    .contains("1 certificate is on hold", "was revoked before");
        }

        @Test
        @DisplayName("of one's own, and leaves a stranger's alone without telling whose it is")
        void owner() {
            assertThat(ask(rita, web, mail))
                    .contains(
                            "Revoke 1 certificate?",
                            "somebody else",
                            mail.serial().hex())
                    .doesNotContain("mail.lab.test", "bob");
            Browser.text(rita.post("/certificates/revocation", serials(web, mail) + "&reason=superseded"));
            assertThat(list("?filter=revoked")).contains("web.lab.test").doesNotContain("mail.lab.test");
        }

        @Test
        @DisplayName("not for whom it is not: no button, and nothing to confirm")
        void readers() {
            assertThat(Browser.text(auditor.get("/certificates"))).doesNotContain("Revoke the chosen");
            assertThat(ask(auditor, web)).contains("Nothing to revoke").doesNotContain("name=\"reason\"");
        }

        @Test
        @DisplayName("only with a reason and a day that is one")
        void mistakes() {
            assertThat(officer.post("/certificates/revocation", serials(web)).status())
                    .isEqualTo(422);
            Reply reply = officer.post("/certificates/revocation", serials(web) + "&reason=superseded&since=yesterday");
            assertThat(reply.status()).isEqualTo(422);
            assertThat(Browser.text(reply)).contains("yesterday", "is no day", "value=\"superseded\" required checked");
            assertThat(list("?filter=revoked")).contains("No certificate fits");
        }
    }

    @Test
    @DisplayName("tells on each page what happened, who did it, and where that stands in the journal")
    void history() {
        house.revoke(web, RevocationReason.CERTIFICATE_HOLD, days(-1));
        officer.post("/certificates/" + web.serial().hex() + "/release", "");
        officer.post("/certificates/revocation", "serials=" + web.serial().hex() + "&reason=superseded");
        assertThat(Browser.text(rita.get("/certificates/" + web.serial().hex())))
                .containsSubsequence(
                        "<b>Issued</b>",
                        "to rita",
                        "record ",
                        "Put on hold",
                        "Released from hold",
                        "by olga",
                        "record ",
                        "<b>Revoked</b>",
                        "by olga",
                        "superseded");
    }
}
