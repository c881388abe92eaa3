package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.web.http.Reply;
import dev.chancery.web.pages.SeenForm.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who changes the language below a form that came back")
class LanguageSwitchTest {
    private static final String GERMAN = "?language=de";
    /** Secrets, and what may be one: none of it is ever sent back. */
    private static final String SECRET = "password|repeated|current|csrs|csr(-[0-9]+)?";
    /** Pages with nothing but passwords, a label that is typed in a moment, or a file. */
    private static final Set<String> WITHOUT = Set.of("/password", "/account/tokens", "/topology/archive");

    private static SampleHouse house;
    private static Browser browser;

    private final SoftAssertions softly = new SoftAssertions();

    @BeforeAll
    static void furnish() {
        house = PagesPreview.furnished();
        browser = Browser.of(house, SampleHouse.person("admin", Role.values()));
    }

    private static List<SeenForm> forms(Reply page) {
        return SeenForm.of(Browser.text(page));
    }

    private static boolean takesText(SeenForm form) {
        return form.post()
                && form.fields().stream()
                        .anyMatch(field -> field.typed() && !field.name().matches(SECRET));
    }

    private static String value(Field field) {
        return field.name().equals("since") ? "2026-03-04" : "zz-" + field.name() + ".lab.contoso.com";
    }

    private static String text(SeenForm form, String name) {
        return form.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElse("nothing")
                .strip();
    }

    @Test
    @DisplayName("keeps whatever they typed, and gets the same form in that language from then on")
    void keeps() {
        int switched = 0;
        for (Sight sight : PreviewSights.of(house)) {
            if (sight.sends() && !sight.path().matches(".*/(check|requests)") && !WITHOUT.contains(sight.path())) {
                List<SeenForm> forms = forms(PreviewSights.visit(house, sight));
                if (forms.stream().anyMatch(LanguageSwitchTest::takesText)) {
                    keeps(sight, forms);
                    switched++;
                }
            }
        }
        assertThat(switched).isGreaterThan(10);
        softly.assertAll();
    }

    private void keeps(Sight sight, List<SeenForm> forms) {
        SeenForm button = forms.stream()
                .filter(form -> form.action().endsWith(GERMAN))
                .findFirst()
                .orElseThrow(() -> new AssertionError(sight + " has no button for German"));
        SeenForm typed = button.with(field -> field.typed() ? field.with(value(field)) : field);
        long before = records();
        Reply answer = browser.post(typed);
        softly.assertThat(records()).as("records of " + sight).isEqualTo(before);
        softly.assertThat(answer.header("Set-Cookie").orElse(""))
                .as(sight.toString())
                .startsWith("chancery-language=de;");
        softly.assertThat(Browser.text(answer)).as(sight.toString()).contains("<html lang=\"de\">");
        List<SeenForm> again = forms(answer).stream()
                .filter(form -> form.action().equals(button.action().replace("=de", "=en")))
                .toList();
        softly.assertThat(again).as("the form of " + sight).hasSize(1);
        for (Field field : typed.fields()) {
            if (field.typed() && !field.name().matches(SECRET) && !again.isEmpty()) {
                softly.assertThat(text(again.get(0), field.name()))
                        .as(sight + ": " + field.name())
                        .matches(expected(field));
            }
        }
    }

    /** What a role asks for stands beside the names that were typed, and fields of a profile are in its text as well. */
    private static String expected(Field field) {
        String typed = Pattern.quote(field.value());
        return field.name().startsWith("names-")
                ? "(?s)(.*\\s)?" + typed
                : field.name().equals("text") ? "(?s)" + typed + ".*" : typed;
    }

    private static long records() {
        return house.stores.journal().records().size();
    }

    @Test
    @DisplayName("never has it done what the form is for, whatever is sent along")
    void actsNever() {
        List<SeenForm> all = new ArrayList<>();
        for (Sight sight : PreviewSights.of(house)) {
            all.addAll(forms(PreviewSights.visit(house, sight)).stream()
                    .filter(SeenForm::post)
                    .toList());
        }
        assertThat(all).hasSizeGreaterThan(50);
        long before = records();
        for (SeenForm form : all) {
            String path = form.action().replaceFirst("[?#].*", "") + GERMAN;
            // Every button pressed at once, and every box with its tick.
            Reply answer =
                    browser.post(new SeenForm(true, path, form.fields()).with(field -> field.with(field.value())));
            softly.assertThat(records()).as("records after " + path).isEqualTo(before);
            softly.assertThat(answer.header("Location").orElse("/")).as(path).isEqualTo("/");
            softly.assertThat(answer.status()).as(path).isLessThan(500);
        }
        softly.assertAll();
    }
}
