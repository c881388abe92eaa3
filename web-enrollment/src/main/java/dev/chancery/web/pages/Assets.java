package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.x509.Der;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.view.Frame.AssetLinks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Style sheet, scripts and icon. Each address holds a digest of the content, so that a browser may keep it forever. */
final class Assets {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private final Map<String, Asset> byPath = new LinkedHashMap<>();
    private final AssetLinks links;
    private final String console;

    Assets() {
        links = new AssetLinks(
                add("chancery.css", "text/css; charset=utf-8", "chancery.css"),
                add("chancery.js", "text/javascript; charset=utf-8", "chancery.js"),
                add("htmx.js", "text/javascript; charset=utf-8", HTMX),
                add("seal.svg", "image/svg+xml", "seal.svg"),
                add("pkix.js", "text/javascript; charset=utf-8", "pkix.js"),
                add("keys.js", "text/javascript; charset=utf-8", "keys.js"));
        console = add("console.js", "text/javascript; charset=utf-8", "console.js");
    }

    private String add(String name, String type, String resource) {
        Der content = Der.ofOwned(read(resource));
        String path = content.sha256().hex().substring(0, 12) + "/" + name;
        byPath.put(path, new Asset(type, content.unsafeOctets()));
        return "/assets/" + path;
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + resource + ", so this build is incomplete");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Script of the API console, which no other page needs. */
    String console() {
        return console;
    }

    AssetLinks links() {
        return links;
    }

    List<Route> routes() {
        return List.of(Route.page(Method.GET, "/assets/{version}/{file}", Access.open(), this::serve));
    }

    private Reply serve(Exchange exchange) {
        Asset asset = byPath.get(exchange.variable("version") + "/" + exchange.variable("file"));
        if (asset == null) {
            throw new ProblemException(Problem.notFound(plain("problem.asset")));
        }
        return asset.reply(exchange.head().header("Accept-Encoding").orElse("")).cacheable(FOREVER);
    }
}
