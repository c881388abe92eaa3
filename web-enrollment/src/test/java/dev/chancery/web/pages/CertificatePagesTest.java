package dev.chancery.web.pages;

import static dev.chancery.web.pages.SampleHouse.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.web.crl.CrlFetcher;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CertificatePagesTest {
    private static final Pattern FIRST_CARD = Pattern.compile("<section class=\"card\"[^>]*>\\s*<h2>([^<]*)</h2>");

    private final SampleHouse house = new SampleHouse();
    private final Browser officer = Browser.of(house, SampleHouse.person("olga", Role.OFFICER));
    private final Browser owner = Browser.of(house, SampleHouse.person("rita", Role.REQUESTER));

    private EncodedCertificate issue(long from, long to, String name) {
        return house.issue("rita", "web-server", days(from), days(to), name);
    }

    private static String first(String page) {
        Matcher card = FIRST_CARD.matcher(page);
        return card.find() ? card.group(1) : "";
    }

    @Nested
    @DisplayName("The page of a certificate begins with")
    class Page {
        private String show(EncodedCertificate certificate) {
            return Browser.text(
                    owner.get("/certificates/" + certificate.serial().hex()));
        }

        @Test
        @DisplayName("how to install it while it is good")
        void good() {
            assertThat(first(show(issue(-1, 300, "www.lab.contoso.com"))))
                    .isEqualTo("And now? Install it: nginx, Apache");
        }

        @Test
        @DisplayName("when and why it was revoked, and how to replace it")
        void revoked() {
            EncodedCertificate certificate = issue(-30, 300, "old.lab.contoso.com");
            house.revoke(certificate, RevocationReason.SUPERSEDED, days(-12));
            String page = show(certificate);
            assertThat(first(page)).isEqualTo("Revoked 12 days ago: superseded");
            assertThat(page)
                    .contains("Replace it wherever it is still installed.", "Request its successor")
                    .doesNotContain("Install it", "id=\"install\"");
        }

        @Test
        @DisplayName("who knows of the revocation and who may still trust it, for an officer only")
        void spread() {
            EncodedCertificate certificate = issue(-30, 300, "spread.lab.contoso.com");
            house.revoke(certificate, RevocationReason.SUPERSEDED, days(-1));
            house.watch.firstListing(127);
            house.watch.fetched(fetcher("192.0.2.1", 128), fetcher("192.0.2.2", 126), fetcher("192.0.2.3", 127));
            String path = "/certificates/" + certificate.serial().hex();
            assertThat(Browser.text(officer.get(path)))
                    .contains("Revocation list 127 is the first that contains it.")
                    .contains("One address", "may still trust the certificate", "2 know.")
                    .containsSubsequence("192.0.2.2", "may trust it", "192.0.2.1", "knows");
            assertThat(Browser.text(owner.get(path))).doesNotContain("192.0.2.");
            assertThat(Browser.text(officer.get("/authorities"))).contains("3 addresses, 1 with the one in force");
            assertThat(Browser.text(owner.get("/authorities"))).doesNotContain("192.0.2.");
        }

        private CrlFetcher fetcher(String client, long number) {
            return new CrlFetcher(
                    client,
                    Optional.of(new CrlFetcher.List(new CrlNumber(BigInteger.valueOf(number)), days(-1), days(6))),
                    1,
                    Optional.empty(),
                    0);
        }

        @Test
        @DisplayName("that a new key is needed when the old one is compromised")
        void compromised() {
            EncodedCertificate certificate = issue(-30, 300, "leaked.lab.contoso.com");
            house.revoke(certificate, RevocationReason.KEY_COMPROMISE, days(-1));
            assertThat(show(certificate)).contains("make a new key, since this one is barred");
        }

        @Test
        @DisplayName("that it is on hold, and who can change that")
        void held() {
            EncodedCertificate certificate = issue(-30, 300, "held.lab.contoso.com");
            house.revoke(certificate, RevocationReason.CERTIFICATE_HOLD, days(-2));
            String page = show(certificate);
            assertThat(first(page)).isEqualTo("On hold since 2 days");
            assertThat(page).contains("An officer can release it");
        }

        @Test
        @DisplayName("when it expired")
        void expired() {
            assertThat(first(show(issue(-400, -3, "past.lab.contoso.com")))).isEqualTo("Expired 3 days ago");
        }
    }

    @Nested
    @DisplayName("The list of certificates")
    class List {
        private static final String SERVER = "ca.lab.contoso.com";

        List() {
            house.issue("system", "server", days(-1), days(60), SERVER);
            issue(-1, 300, "www.lab.contoso.com");
        }

        @Test
        @DisplayName("shows what people had issued, and counts that")
        void people() {
            assertThat(Browser.text(officer.get("/certificates")))
                    .contains("www.lab.contoso.com", "All<i>1</i>", "Valid<i>1</i>")
                    .doesNotContain(SERVER);
        }

        @Test
        @DisplayName("shows the server's own on demand")
        void own() {
            assertThat(Browser.text(officer.get("/certificates?filter=own")))
                    .contains(SERVER, "The server's own<i>1</i>")
                    .doesNotContain("www.lab.contoso.com");
        }

        @Test
        @DisplayName("finds the server's own by name")
        void search() {
            assertThat(Browser.text(officer.get("/certificates?search=ca.lab"))).contains(SERVER);
        }

        @Test
        @DisplayName("has no such filter for those who see their own certificates only")
        void requester() {
            assertThat(Browser.text(owner.get("/certificates?filter=own")))
                    .contains("www.lab.contoso.com")
                    .doesNotContain(SERVER, "own<i>");
        }
    }
}
