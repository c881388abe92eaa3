package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does who has never seen Chancery, from what {@code serve} prints to the first certificate on the disk. */
@DisplayName("The first certificate")
class FirstCertificateIT {
    private static final String NAME = "web01.lab.example.com";
    private static final String PASSWORD = "four quiet words here";

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    /** A hand that counts; what was on the screen already is copied and pasted, everything else is typed. */
    private static final class Hand {
        private final Page page;
        private int clicks;
        private int keys;
        private int pastes;

        Hand(Page page) {
            this.page = page;
        }

        void click(String what) {
            page.locator(what).first().click();
            clicks++;
        }

        void press(String key) {
            page.keyboard().press(key);
            keys++;
        }

        void type(String text) {
            page.keyboard().type(text);
            keys += text.length();
        }

        void paste(String text) {
            page.keyboard().insertText(text);
            pastes++;
        }

        void open(String address) {
            page.navigate(address);
            pastes++;
            keys++;
        }

        @Override
        public String toString() {
            return clicks + " clicks, " + keys + " keys, " + pastes + " pastes";
        }
    }

    @Test
    @DisplayName("with a key of the browser takes 5 clicks, and no more to type than its name and a password")
    void withAKeyOfTheBrowser() {
        List<String> mistakes = new ArrayList<>();
        try (TestServer server = TestServer.start(data);
                Chromium chromium = new Chromium()) {
            Page page = chromium.page(mistakes);
            Hand hand = new Hand(page);
            String first = server.readyBlock().firstPassword().orElseThrow();

            hand.open(server.https("/sign-in").toString());
            hand.type("admin");
            hand.press("Tab");
            hand.paste(first);
            hand.press("Enter");
            page.waitForURL("**/password*");
            hand.paste(first);
            hand.press("Tab");
            hand.type(PASSWORD);
            hand.press("Tab");
            hand.type(PASSWORD);
            hand.press("Enter");
            page.waitForURL("**/overview");
            hand.click("main a[href='/request']");
            page.waitForURL("**/request");
            assertThat(page.locator("input[name=profile]").first().isChecked()).isTrue();
            assertThat(page.locator("input[name=profile]:checked").getAttribute("value"))
                    .isEqualTo("tls-server");
            hand.click("[data-names] input");
            hand.type(NAME);
            hand.click("label:has(#key-browser)");
            page.waitForDownload(() -> hand.click("#receipt button.main"));
            page.waitForURL(Pattern.compile(".*/certificates/[0-9a-f]+.*"));
            Download pfx = page.waitForDownload(() -> hand.click("#own-key [data-open] [data-make]"));
            pfx.saveAs(work.resolve("first.download"));

            System.out.println("From serve to the first certificate: " + hand);
            assertThat(pfx.suggestedFilename()).matches("[0-9a-f]+.*");
            assertThat(hand.clicks).isLessThanOrEqualTo(5);
            assertThat(hand.pastes).isLessThanOrEqualTo(3);
            assertThat(hand.keys).isLessThanOrEqualTo("admin".length() + 2 * PASSWORD.length() + NAME.length() + 6);
            assertThat(mistakes).as("what the browser complained about").isEmpty();
        }
    }
}
