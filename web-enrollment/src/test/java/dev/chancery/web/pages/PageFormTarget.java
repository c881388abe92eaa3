package dev.chancery.web.pages;

import dev.chancery.core.access.Role;
import dev.chancery.core.fuzz.Target;
import dev.chancery.web.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Forms and addresses of the web application, through its real routes: the first line is the path, the rest the form. */
public final class PageFormTarget implements Target {
    private final SampleHouse house = new SampleHouse();
    private final Browser browser = Browser.of(house, SampleHouse.person("admin", Role.values()));

    public PageFormTarget() {
        house.issue("rita", "web-server", SampleHouse.days(-1), SampleHouse.days(20), "www.lab.contoso.com");
        house.ask("network", "web-server", List.of("why not"), "www.contoso.com");
    }

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "/request/check\nprofile=web-server&names=a.lab.contoso.com+10.0.0.1&csr=MIIB&validity=P30D&subject=CN%3Da",
                        "/request/check\nprofile=web-server&fix=names%5B0%5D%3Da.b&edited=1&filled=a&names=a",
                        "/certificates?search=www&filter=valid&cursor=abc\n",
                        "/journal?actor=admin&from=1\n",
                        "/request?like=4f1a&profile=web-server\n",
                        "/certificates/4f1a09.pem\n",
                        "/requests/1\n",
                        "/requests/1/denial\ncomment=+",
                        "/users\nname=x&exact=a.b&suffixes=c&ranges=10.0.0.0%2F8&roles=admin")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public boolean read(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int line = text.indexOf('\n');
        String path = "/" + (line < 0 ? text : text.substring(0, line)).replaceFirst("^/+", "");
        String form = line < 0 ? "" : text.substring(line + 1);
        Reply reply = form.isEmpty() ? browser.get(path) : browser.post(path, form);
        if (reply.status() >= 500) {
            throw new AssertionError(reply.status() + " at " + path);
        }
        return reply.status() < 400;
    }
}
