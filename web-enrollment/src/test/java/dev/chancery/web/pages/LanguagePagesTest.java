package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Role;
import dev.chancery.web.http.Reply;
import dev.chancery.web.pages.text.EnglishSentences;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A page")
class LanguagePagesTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");

    /** What programs and the RFCs say, and the files of profiles with what somebody changed in them. */
    private static final Pattern TECHNICAL = Pattern.compile(
            "<dl class=\"[^\"]*(?:technical|changes)\">.*?</dl>|<pre.*?</pre>|<textarea.*?</textarea>"
                    + "|<table class=\"diff\">.*?</table>|<span class=\"line technical\">[^<]*|<input type=\"(?:text|hidden)\"[^>]*>",
            Pattern.DOTALL);

    /** Every page that a person can reach by links, in German. */
    private static Map<String, String> german(Role role) {
        SampleHouse house = PagesPreview.furnished();
        Browser browser = Browser.of(house, SampleHouse.person("network", role));
        Map<String, String> pages = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of("/", "/overview", "/sign-in", "/password", "/trust/check"));
        while (!open.isEmpty()) {
            String address = open.pop();
            Reply reply = browser.get(address, "Accept-Language", "de-DE,de;q=0.9,en;q=0.5");
            if (!reply.header("Content-Type").orElse("").startsWith("text/html")) {
                continue;
            }
            String text = Browser.text(reply);
            pages.put(address, text);
            Matcher link = LINK.matcher(text);
            while (link.find()) {
                String target = link.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
                if (!target.matches("/(crl|ca|api)/.*|.*[?&]language=.*") && seen.add(target)) {
                    open.push(target);
                }
            }
        }
        return pages;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @DisplayName("has no English sentence of ours in German")
    void noEnglish(Role role) {
        Map<String, String> pages = german(role);
        assertThat(pages).hasSizeGreaterThan(15);
        Map<String, Set<String>> english = new LinkedHashMap<>();
        pages.forEach((address, text) -> {
            assertThat(text).as(address).contains("<html lang=\"de\">");
            Set<String> found = address.matches("/(console|rules).*")
                    ? Set.of()
                    : EnglishSentences.in(TECHNICAL.matcher(text).replaceAll(""));
            if (!found.isEmpty()) {
                english.put(address, found);
            }
        });
        assertThat(english).isEmpty();
    }

    @Test
    @DisplayName("says in which language it is and on what that depends")
    void headers() {
        Browser nobody = Browser.ofNobody(new SampleHouse());
        Reply german = nobody.get("/sign-in", "Accept-Language", "de");
        assertThat(Browser.text(german)).contains("<html lang=\"de\">", "<h1>Anmelden</h1>", ">Kennwort</label>");
        assertThat(german.header("Content-Language")).contains("de");
        assertThat(german.header("Vary")).contains("Accept-Language, Cookie");
        Reply english = nobody.get("/sign-in");
        assertThat(Browser.text(english)).contains("<html lang=\"en\">", "<h1>Sign in</h1>");
        assertThat(english.header("Content-Language")).contains("en");
    }

    @Test
    @DisplayName("is in the reader's language where something went wrong, too")
    void problems() {
        Reply reply =
                Browser.ofNobody(new SampleHouse()).get("/nowhere", "Accept-Language", "de", "Accept", "text/html");
        assertThat(Browser.text(reply)).contains("<html lang=\"de\">", "Hier ist nichts");
    }

    @Test
    @DisplayName("offers each language by a link that keeps the choice, leads back to the page, and needs no script")
    void choice() {
        Browser browser = Browser.of(PagesPreview.furnished(), SampleHouse.person("network", Role.REQUESTER));
        String page = Browser.text(browser.get("/certificates?filter=valid&search=www"));
        Matcher link = Pattern.compile("<a href=\"([^\"]*)\"[^>]*>Deutsch</a>").matcher(page);
        assertThat(link.find()).isTrue();
        String path = link.group(1).replace("&amp;", "&");
        assertThat(path).startsWith("/certificates?").contains("filter=valid", "search=www", "language=de");
        Reply chosen = browser.get(path);
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.header("Location").orElseThrow())
                .startsWith("/certificates?")
                .doesNotContain("language");
        assertThat(chosen.header("Set-Cookie"))
                .contains("chancery-language=de; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
        String german =
                Browser.text(browser.get(chosen.header("Location").orElseThrow(), "Cookie", "chancery-language=de"));
        assertThat(german).contains("<html lang=\"de\">", "<h1>Zertifikate</h1>");
        assertThat(german).containsPattern("lang=\"de\"[^>]* aria-current=\"true\">Deutsch</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "", "de\r\nX: y", "//evil.example"})
    @DisplayName("takes no language that there is not")
    void otherLanguages(String language) {
        Reply reply = Browser.ofNobody(new SampleHouse()).get("/sign-in?language=" + language + "&x=y");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    @Test
    @DisplayName("tells exact dates in the zone that the browser named, and in the server's own before")
    void zone() {
        Browser browser = Browser.of(PagesPreview.furnished(), SampleHouse.person("network", Role.AUDITOR));
        assertThat(Browser.text(browser.get("/journal"))).contains(" UTC</time>");
        assertThat(Browser.text(browser.get("/journal", "Cookie", "chancery-zone=Asia/Kolkata")))
                .contains(" IST</time>")
                .doesNotContain(" UTC</time>");
    }
}
