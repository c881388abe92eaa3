package dev.chancery.web.pages;

import static dev.chancery.web.pages.SampleHouse.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.core.x509.RevocationReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The overview")
class OverviewPageTest {
    private final SampleHouse house = new SampleHouse();
    private final Browser officer = Browser.of(house, SampleHouse.person("olga", Role.OFFICER));
    private final Browser rita = Browser.of(house, SampleHouse.person("rita", Role.REQUESTER));

    private static String show(Browser who) {
        return Browser.text(who.get("/overview"));
    }

    @Test
    @DisplayName("says what to do next while there is no certificate")
    void nothingYet() {
        assertThat(show(rita)).contains("There is no certificate yet", "Request the first certificate");
    }

    @Test
    @DisplayName("begins with what is broken, then what will be, then what waits, each with a step")
    void attention() {
        house.issue("rita", "tls-server", days(-1), days(9), "soon.lab.test");
        house.ask("rita", "tls-server", java.util.List.of("It waits."), "www.contoso.com");
        house.crls.fail("issuing", "the disk is full");
        house.warnings.littleSpace("Only 12 MiB are free in data");
        assertThat(show(officer))
                .containsSubsequence("Act now", "publication fails", "Act soon", "Waits for you", "waits for you.")
                .contains(
                        "disk is nearly full", "Only 12 MiB are free in data.", "One certificate ends within 30 days.")
                .contains("href=\"/certificates?filter=ending\"");
        assertThat(show(rita)).doesNotContain("MiB").contains("One of your certificates ends within 30 days.");
    }

    @Test
    @DisplayName("warns when nothing is recorded any more, before everything else")
    void fault() {
        house.warnings.fault("the journal's disk failed");
        assertThat(show(officer))
                .containsSubsequence("What needs you", "Nothing is issued or revoked.", "start it anew");
    }

    @Test
    @DisplayName("shows the year ahead by days and the year behind by months, each with its table")
    void pictures() {
        house.issue("rita", "tls-server", days(-1), days(22), "a.lab.test");
        house.issue("rita", "tls-server", days(-1), days(22), "b.lab.test");
        house.issue("bob", "tls-server", days(-1), days(200), "c.lab.test");
        house.issue("system", "server", days(-1), days(22), "ca.lab.test");
        var gone = house.issue("bob", "tls-server", days(-1), days(100), "d.lab.test");
        house.revoke(gone, RevocationReason.SUPERSEDED, days(0));
        assertThat(show(officer))
                .contains("<title>14 Dec 2026: 2 certificates</title>", "<title>10 Jun 2027: 1 certificate</title>")
                .contains("href=\"/certificates?filter=valid&amp;ends=2026-12\"", "December 2026: 2 end")
                .contains("14 Dec 2026 (2)", "4 within a year", "November 2026 (until now)");
        assertThat(show(rita))
                .contains("<title>14 Dec 2026: 2 certificates</title>")
                .doesNotContain("10 Jun 2027");
    }
}
