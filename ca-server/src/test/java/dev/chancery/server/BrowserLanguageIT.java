package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.chancery.web.pages.PagesPreview;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code LanguageSwitchTest} says of every form, where a browser decides what a button sends. */
@DisplayName("The languages in the foot of a page")
class BrowserLanguageIT {
    private static final String GERMAN = ".foot [lang=de]";

    private final List<String> mistakes = new ArrayList<>();

    private static void german(Page page) {
        page.locator(GERMAN).click();
        page.locator("html[lang=de]").waitFor();
    }

    @Test
    @DisplayName("keep what was typed into a form that came back, however it was corrected since")
    void users() throws Exception {
        try (PagesPreview preview = PagesPreview.start(0);
                Chromium chromium = new Chromium()) {
            Page page = chromium.page(mistakes, 390, ColorScheme.DARK);
            page.navigate(preview.uri("/users").toString());
            page.locator("summary").first().click();
            page.locator("#name").fill("No Name!");
            page.locator("#typed button.main").click();
            page.locator("[role=alert]").waitFor();
            page.locator("#name").fill("printer");
            page.locator("[name=tokensOnly]").check();
            german(page);
            assertThat(page.locator("#name").inputValue()).isEqualTo("printer");
            assertThat(page.locator("[name=tokensOnly]").isChecked()).isTrue();
            assertThat(page.locator("button[lang=de]").getAttribute("aria-current"))
                    .isEqualTo("true");
            page.locator("#typed button.main").click();
            page.locator("h1:has-text('printer')").waitFor();
            assertThat(mistakes).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csr", "browser"})
    @DisplayName("do so for a request, whether the page was loaded or shown by a script")
    void request(String key) throws Exception {
        try (PagesPreview preview = PagesPreview.start(0);
                Chromium chromium = new Chromium()) {
            Page page = chromium.page(mistakes, 1280, ColorScheme.LIGHT);
            page.navigate(preview.uri("/request").toString());
            page.locator("#key-" + key).check();
            page.locator("[data-names] input").fill("bad_name.example");
            page.keyboard().press("Enter");
            if (key.equals("csr")) {
                page.locator("#csr").fill("no request");
            }
            page.evaluate("document.getElementById('request').requestSubmit()");
            page.locator(".foot button[lang=de]").waitFor();
            page.locator("[data-names] input").fill("other.example");
            page.keyboard().press("Enter");
            german(page);
            assertThat(page.locator("[name=names]").inputValue()).isEqualTo("bad_name.example\nother.example");
            assertThat(page.url()).endsWith("/request?language=de");
        }
    }
}
