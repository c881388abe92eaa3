package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.web.http.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks from the start page over every link, as far as they lead. */
@DisplayName("Every link of every page leads somewhere")
class LinksTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src|action|formaction|hx-get|hx-post)=\"([^\"]*)\"");

    @ParameterizedTest(name = "for somebody with the role {0}")
    @EnumSource(Role.class)
    void linksResolve(Role role) {
        SampleHouse house = PagesPreview.furnished();
        Requester who = SampleHouse.person("network", role);
        Browser browser = Browser.of(house, who);
        Set<String> paths = new LinkedHashSet<>();
        for (var route : house.pages.routes()) {
            paths.add(route.path().toString());
        }
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of("/", "/overview", "/sign-in", "/password"));
        while (!open.isEmpty()) {
            String address = open.pop();
            Reply reply = browser.get(address);
            assertThat(reply.status()).as(address).isIn(200, 303);
            Matcher link = LINK.matcher(Browser.text(reply));
            while (link.find()) {
                String target = link.group(1).replace("&amp;", "&");
                if (target.matches("/(crl|ca|api)/.*|#.*")) {
                    continue;
                }
                assertThat(target).as("on " + address).startsWith("/");
                if (isPost(link, reply)) {
                    assertThat(paths).as("on " + address).anyMatch(path -> fits(path, target));
                } else if (seen.add(target.replaceFirst("#.*", ""))) {
                    open.push(target);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(5);
    }

    private static boolean isPost(Matcher link, Reply reply) {
        return link.group().startsWith("action") && !Browser.text(reply).contains("method=\"get\" " + link.group())
                || link.group().startsWith("formaction")
                || link.group().startsWith("hx-post");
    }

    private static boolean fits(String template, String path) {
        return path.replaceFirst("[?#].*", "").matches(template.replaceAll("\\{[^}]*}", "[^/]+"));
    }
}
