package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.chancery.web.pages.PagesPreview;
import dev.chancery.web.pages.Payloads;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A sample of what {@code InjectionTest} does, before the eyes of a browser that would run it. */
@DisplayName("Text from people")
class BrowserInjectionIT {
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> dialogs = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();

    private Page page(Chromium chromium, PagesPreview preview) {
        Page page = chromium.page(mistakes, 1280, ColorScheme.LIGHT);
        page.onDialog(dialog -> {
            dialogs.add(page.url() + " " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(preview.uri("/").toString())) {
                elsewhere.add(request.url());
            }
        });
        return page;
    }

    @Test
    @DisplayName("opens no dialog, asks no other server and breaks no policy on the pages that show it")
    void stored() throws Exception {
        try (PagesPreview preview = PagesPreview.infested(Payloads.all());
                Chromium chromium = new Chromium()) {
            Page page = page(chromium, preview);
            page.setContent("<script>alert('seen')</script>");
            assertThat(dialogs)
                    .as("what a browser does with it where nobody escapes")
                    .hasSize(1);
            dialogs.clear();
            for (String path : List.of(
                    "/overview",
                    "/requests",
                    "/requests/2",
                    "/requests/77",
                    "/users",
                    "/users/guest-3",
                    "/groups",
                    "/groups/guests-70",
                    "/journal",
                    "/journal?q=alert",
                    "/profiles",
                    "/profiles/tls-server-client",
                    "/certificates",
                    "/certificates?search=alert",
                    "/authorities",
                    "/request")) {
                assertThat(page.navigate(preview.uri(path).toString()).status())
                        .as(path)
                        .isEqualTo(200);
            }
            nothing();
        }
    }

    @Test
    @DisplayName("opens no dialog where it is typed, checked and shown again")
    void typed() throws Exception {
        try (PagesPreview preview = PagesPreview.start(0);
                Chromium chromium = new Chromium()) {
            Page page = page(chromium, preview);
            List<String> payloads = Payloads.all();
            for (int i = 0; i < payloads.size(); i += 31) {
                page.navigate(preview.uri("/certificates").toString());
                page.locator("input[name=search]").fill(payloads.get(i));
                page.evaluate("window.before = true");
                page.keyboard().press("Enter");
                Chromium.until(page, "!window.before && document.readyState === 'complete'");
            }
            upload(page, preview, payloads);
            page.navigate(preview.uri("/request").toString());
            for (int i = 0; i < payloads.size(); i += 31) {
                page.locator("[data-names] input").fill(payloads.get(i));
                page.keyboard().press("Enter");
            }
            page.waitForResponse(
                    "**/request/check", () -> page.locator("#key-browser").check());
            page.locator("#names-state .error").first().waitFor();
            nothing();
        }
    }

    /** Files that are called so, and hold it. */
    private static void upload(Page page, PagesPreview preview, List<String> payloads) {
        for (int i = 0; i < payloads.size(); i += 31) {
            byte[] octets = ("0" + payloads.get(i)).getBytes(StandardCharsets.UTF_8);
            page.navigate(preview.uri("/authorities/root/crl/upload").toString());
            page.locator("#crl").setInputFiles(new FilePayload(payloads.get(i), "application/pkix-crl", octets));
            page.locator("main form button.main").click();
            page.locator("[role=alert]").first().waitFor();
        }
    }

    private void nothing() {
        assertThat(dialogs).as("dialogs").isEmpty();
        assertThat(elsewhere).as("asked of other servers").isEmpty();
        assertThat(mistakes).as("what the browser complained about").isEmpty();
    }
}
