package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.core.journal.CrlDifference.Certificates;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of the revocation lists of a CA")
final class CrlArchivePageTest {
    private static final SerialNumber SERIAL = new SerialNumber(BigInteger.valueOf(4711));
    private static final Certificates NONE = new Certificates(0, List.of());

    private final SampleHouse house = PagesPreview.furnished();
    private final Browser auditor = Browser.of(house, SampleHouse.person("network", Role.AUDITOR));
    private final String page = Browser.text(auditor.get("/authorities/issuing/crls"));

    @Test
    @DisplayName("shows them newest first, which is in force, and both exact and relative dates")
    void newestFirst() {
        assertThat(page.indexOf("<b>128</b>")).isPositive().isLessThan(page.indexOf("<b>126</b>"));
        assertThat(page.indexOf("<b>126</b>")).isLessThan(page.indexOf("<b>125</b>"));
        assertThat(page).contains("In force", "Ended", "10 November 2026", "12 days ago");
        assertThat(page.indexOf("In force")).isLessThan(page.indexOf("<b>126</b>"));
    }

    @Test
    @DisplayName("says what each added and removed, names before serials, and how many there are beyond those it knows")
    void changes() {
        assertThat(page)
                .contains("Added 1", "old-proxy.contoso.com", "35 listed, since number 125")
                .contains("Added 25", "Show 17 more", "and 5 more")
                .contains("Removed 18", "Nothing");
        assertThat(page.indexOf(">old-proxy.contoso.com</a>")).isPositive();
    }

    @Test
    @DisplayName("names no certificate of others to a requester, whose CRL tells serials only")
    void othersNames() {
        Browser requester = Browser.of(house, SampleHouse.person("network", Role.REQUESTER));
        assertThat(Browser.text(requester.get("/authorities/issuing/crls")))
                .contains("Added 1")
                .doesNotContain("old-proxy.contoso.com");
    }

    @Test
    @DisplayName("goes on by number, and says of a file that was deleted when that was")
    void older() {
        assertThat(page)
                .contains("href=\"/authorities/issuing/crls?below=108\"")
                .doesNotContain("<b>107</b>");
        String older = Browser.text(auditor.get("/authorities/issuing/crls?below=108"));
        assertThat(older)
                .contains("<b>107</b>", "<b>100</b>", "Not compared", "Deleted <time", "22 November 2026")
                .contains("href=\"/authorities/issuing/crls\"")
                .doesNotContain("<b>108</b>", "rel=\"next\"", "100.crl");
    }

    @Test
    @DisplayName("has delta lists for themselves")
    void deltas() {
        assertThat(page).contains("href=\"/authorities/issuing/crls?list=delta\"");
        assertThat(Browser.text(auditor.get("/authorities/issuing/crls?list=delta")))
                .contains("/authorities/issuing/crls/128-delta.crl")
                .doesNotContain("<b>126</b>");
    }

    @Test
    @DisplayName("has the lists of each partition for themselves, and their files, and a choice among many")
    void partitions() {
        house.issuers.replace(house.issuers.find("issuing").orElseThrow().partitionedInto(16));
        house.crl("issuing/3", 7, SampleHouse.days(-1), 12, 6, new Certificates(1, List.of(SERIAL)), NONE);
        house.crls.file("issuing-3", 7);
        assertThat(Browser.text(auditor.get("/authorities/issuing/crls")))
                .contains("<option value=\"partition-16\">Partition 16</option>", "<b>126</b>");
        assertThat(Browser.text(auditor.get("/authorities/issuing/crls?list=partition-3")))
                .contains("<option value=\"partition-3\" selected>Partition 3</option>")
                .contains("/authorities/issuing/crls/partitions/3/7.crl", "Added 1", "12 listed, since number 6")
                .doesNotContain("<b>126</b>");
        assertThat(auditor.get("/authorities/issuing/crls/partitions/3/7.crl").status())
                .isEqualTo(200);
        for (String absent : List.of("3/8", "4/7", "17/7", "x/7")) {
            assertThat(auditor.get("/authorities/issuing/crls/partitions/" + absent + ".crl")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("says what would be there while there is none")
    void empty() {
        assertThat(Browser.text(auditor.get("/authorities/root/crls"))).contains("No list yet");
    }

    @Test
    @DisplayName("gives the files that are there, and says of others that they are not")
    void files() {
        assertThat(auditor.get("/authorities/issuing/crls/126.crl").status()).isEqualTo(200);
        assertThat(auditor.get("/authorities/issuing/crls/128-delta.crl").status())
                .isEqualTo(200);
        assertThat(auditor.get("/authorities/issuing/crls/100.crl").status()).isEqualTo(404);
        assertThat(auditor.get("/authorities/issuing/crls/x.crl").status()).isEqualTo(404);
        assertThat(auditor.get("/authorities/nobody/crls").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("is linked from the page of the CAs")
    void linked() {
        assertThat(Browser.text(auditor.get("/authorities"))).contains("href=\"/authorities/issuing/crls\"");
    }
}
