package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.core.journal.JournalRecord;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of the journal")
class JournalPageTest {
    private final SampleHouse house = PagesPreview.furnished();
    private final Browser browser = Browser.of(house, SampleHouse.person("vera", Role.AUDITOR));
    private final List<JournalRecord> records = house.stores.journal().page(1, 1000);

    private String page(String query) {
        return Browser.text(browser.get("/journal?" + query));
    }

    private static int rows(String page) {
        return page.split("data-label=\"Record\"", -1).length - 1;
    }

    @Test
    @DisplayName("filters by words, kind, person and days, all at once")
    void filters() {
        int all = records.size();
        assertThat(rows(page("before=999999"))).isEqualTo(Math.min(50, all));
        String kind = records.get(0).event().type();
        assertThat(rows(page("type=" + kind))).isEqualTo(Math.min(50, (int)
                records.stream().filter(one -> one.event().type().equals(kind)).count()));
        assertThat(rows(page("q=no such words anywhere"))).isZero();
        assertThat(rows(page("q=" + kind.toUpperCase(java.util.Locale.ROOT)))).isPositive();
        String first = day(records.get(0));
        String last = day(records.get(all - 1));
        assertThat(rows(page("since=" + first + "&until=" + last))).isEqualTo(Math.min(50, all));
        assertThat(rows(page("since=2999-01-01"))).isZero();
        assertThat(rows(page("until=1999-01-01"))).isZero();
        assertThat(rows(page("since=yesterday"))).isEqualTo(Math.min(50, all));
    }

    private static String day(JournalRecord stored) {
        return stored.time().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    @Test
    @DisplayName("shows a record between the two that it is chained to")
    void chain() {
        JournalRecord one = records.get(3);
        String page = Browser.text(browser.get("/journal/4"));
        assertThat(page)
                .contains("Chained", one.hash().hex(), one.previous().hex(), "/journal/3", "/journal/5")
                .doesNotContain("The chain is broken");
        assertThat(Browser.text(browser.get("/journal/1"))).contains("The beginning of the journal");
        assertThat(Browser.text(browser.get("/journal/" + records.size()))).contains("Chained");
        for (String wrong : List.of("0", "999999", "x", "-1", "99999999999999999999")) {
            assertThat(browser.get("/journal/" + wrong).status()).as(wrong).isEqualTo(404);
        }
    }
}
