package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.chancery.web.pages.PagesPreview;
import dev.chancery.web.pages.Sight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages with invented data, so that there is something in each, before one browser that is turned and turned again. */
@DisplayName("Every page, in each of its states,")
class BrowserPagesIT {
    private static final Path PICTURES = Path.of("target", "pages");
    /** What a page may transfer when nothing of it is cached. */
    private static final int BUDGET = 150 * 1024;
    /** WCAG 2.2, 1.4.10: so narrow is a window of 1280 pixels at four times the size. */
    private static final int REFLOW = 320;

    private static final List<Eyes> EYES = List.of(
            new Eyes(ColorScheme.LIGHT, 1280),
            new Eyes(ColorScheme.DARK, 390),
            new Eyes(ColorScheme.LIGHT, 2560),
            new Eyes(ColorScheme.DARK, 1280),
            new Eyes(ColorScheme.LIGHT, 390),
            new Eyes(ColorScheme.DARK, 2560));

    private static PagesPreview preview;
    private static Chromium chromium;

    private final List<String> mistakes = new ArrayList<>();
    private final SoftAssertions softly = new SoftAssertions();

    private record Eyes(ColorScheme scheme, int width) {}

    @BeforeAll
    static void open() throws Exception {
        Files.createDirectories(PICTURES);
        preview = PagesPreview.start(0);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        preview.close();
    }

    @Test
    @DisplayName("is without fault for axe-core, for the keyboard, in a narrow window, and within its budget")
    void everyPage() throws Exception {
        List<PageFigures> figures = new ArrayList<>();
        Turns turns = new Turns();
        turns.over((sight, eyes) -> eyes.equals(turns.next()), (page, where) -> {
            PageFigures found = PageFigures.of(page, where.sight().name());
            figures.add(found);
            softly.assertThat(found.octets()).as(where.toString()).isBetween(5_000, BUDGET);
            judge(page, where);
            softly.assertThat(Keyboard.unseen(page))
                    .as("without a mark for the focus: " + where)
                    .isEmpty();
        });
        softly.assertThat(figures).hasSameSizeAs(preview.sights());
        Files.writeString(PICTURES.resolve("figures.md"), PageFigures.table(figures));
        finish();
    }

    @Test
    @Tag("long")
    @DisplayName(
            "is without fault for axe-core, light and dark, on a phone, a desktop and a wall; pictures are left of it")
    void everyPageInEveryWay() throws Exception {
        new Turns().over((sight, eyes) -> true, (page, where) -> {
            judge(page, where);
            if (where.eyes().width() < 2560) {
                Pictures.take(page, PICTURES.resolve(where.file()));
            }
        });
        finish();
    }

    private void finish() {
        assertThat(mistakes).as("what the browser complained about").isEmpty();
        softly.assertAll();
    }

    private void judge(Page page, Where where) {
        softly.assertThat(Axe.violations(page)).as(where.toString()).isEmpty();
        softly.assertThat(width(page))
                .as(where.toString())
                .isLessThanOrEqualTo(where.eyes().width());
        page.setViewportSize(REFLOW, 900);
        softly.assertThat(width(page)).as(where + " when it is narrow").isLessThanOrEqualTo(REFLOW);
        page.setViewportSize(where.eyes().width(), 900);
    }

    private static int width(Page page) {
        return (Integer) page.evaluate("document.documentElement.scrollWidth");
    }

    private record Where(Sight sight, Eyes eyes) {
        String file() {
            return sight.name() + "-" + eyes.scheme().name().toLowerCase(java.util.Locale.ROOT) + "-" + eyes.width()
                    + ".webp";
        }

        @Override
        public String toString() {
            return sight + " " + eyes;
        }
    }

    /** One window for each way to look, and within it all pages that are looked at so. */
    private final class Turns {
        private int turn;

        /** Pages take turns. */
        Eyes next() {
            return EYES.get(turn % EYES.size());
        }

        void over(java.util.function.BiPredicate<Sight, Eyes> wanted, BiConsumer<Page, Where> look) {
            for (Eyes eyes : EYES) {
                Page page = chromium.page(mistakes, eyes.width(), eyes.scheme());
                Chromium.uncached(page);
                turn = 0;
                for (Sight sight : preview.sights()) {
                    if (wanted.test(sight, eyes)) {
                        show(page, sight);
                        look.accept(page, new Where(sight, eyes));
                    }
                    turn++;
                }
                page.context().close();
            }
        }
    }

    private static void show(Page page, Sight sight) {
        page.setExtraHTTPHeaders(Map.of("X-As", sight.as()));
        if (sight.sends()) {
            // A form is sent from some page, as people do.
            page.navigate(preview.uri("/console").toString());
            page.evaluate(SEND, Map.of("path", sight.path(), "form", sight.form()));
            page.waitForURL(address -> !address.endsWith("/console"));
        } else {
            page.navigate(preview.uri(sight.path()).toString());
        }
        page.evaluate(PAINTED);
    }

    /** Playwright's own way to wait needs what the pages' policy forbids. */
    private static final String PAINTED = """
            () => new Promise(done => {
              const look = () => performance.getEntriesByName("first-contentful-paint").length
                ? done()
                : requestAnimationFrame(look);
              look();
            })
            """;

    private static final String SEND = """
            ({path, form}) => {
              const made = document.createElement("form");
              made.method = "post";
              made.action = path;
              Object.entries(form).forEach(([name, value]) => {
                const field = document.createElement("textarea");
                field.name = name;
                field.value = value;
                made.append(field);
              });
              document.body.append(made);
              made.submit();
            }""";
}
