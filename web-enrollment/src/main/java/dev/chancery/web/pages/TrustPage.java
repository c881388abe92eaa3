package dev.chancery.web.pages;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.Platform;
import dev.chancery.web.pages.view.TrustView;
import java.net.URI;
import java.util.List;

/** The page for people who need to trust the CA: on plain HTTP as well, without a login. */
final class TrustPage {
    private final IssuerRegistry issuers;
    private final CrlPublication crls;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    TrustPage(IssuerRegistry issuers, CrlPublication crls, Moments moments, Frames frames, Templates templates) {
        this.issuers = issuers;
        this.crls = crls;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(Route.page(Method.GET, "/", Access.open(), this::show));
    }

    private Reply show(Exchange exchange) {
        List<Issuer> all = issuers.all();
        String agent = exchange.head().header("User-Agent").orElse("");
        TrustView view = TrustView.of(
                frames.of(exchange, "Trust this CA", Section.NONE),
                all,
                crls::current,
                moments,
                publicUrl(all),
                Platform.guess(agent));
        return templates.show("trust", view);
    }

    /** As it stands in certificates, so that commands name the address that works from outside. */
    private static URI publicUrl(List<Issuer> issuers) {
        return issuers.stream()
                .flatMap(issuer -> issuer.addresses().caIssuers().stream())
                .findFirst()
                .map(address -> address.resolve("/"))
                .orElse(URI.create("http://localhost/"));
    }
}
