package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.http.SecurityHeaders;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.Frame;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.Platform;
import dev.chancery.web.pages.view.TrustCheckView;
import dev.chancery.web.pages.view.TrustView;
import java.net.URI;
import java.util.List;

/** The page for people who need to trust the CA: on plain HTTP as well, without a login. */
final class TrustPage {
    private static final String CHECK = "/trust/check";

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
        return List.of(
                Route.page(Method.GET, "/", Access.open(), this::show),
                Route.page(Method.GET, CHECK, Access.open(), this::check),
                Route.page(
                        Method.GET,
                        "/trust/chancery.mobileconfig",
                        Access.open(),
                        exchange -> file("application/x-apple-aspen-config", TrustFiles.appleProfile(issuers.all()))),
                Route.page(
                        Method.GET,
                        "/trust/policies.json",
                        Access.open(),
                        exchange -> file("application/json", TrustFiles.firefoxPolicy(issuers.all()))
                                .asFile("policies.json")),
                Route.page(
                        Method.GET,
                        "/trust/chancery-trust.ps1",
                        Access.open(),
                        exchange -> file("text/plain; charset=utf-8", TrustFiles.groupPolicy(issuers.all()))
                                .asFile("chancery-trust.ps1")));
    }

    private static Reply file(String contentType, String text) {
        return Reply.text(200, contentType, text);
    }

    /** Opened only by a browser that trusts this CA, from the page on plain HTTP as well, hence open to every origin. */
    private Reply check(Exchange exchange) {
        Frame frame = frames.of(exchange, plain("trust.check.trusted"), Section.NONE);
        return templates
                .show("trust-check", new TrustCheckView(frame, exchange.head().secure()))
                .with("Cross-Origin-Resource-Policy", "cross-origin");
    }

    private Reply show(Exchange exchange) {
        List<Issuer> all = issuers.all();
        String agent = exchange.head().header("User-Agent").orElse("");
        String check = frames.secure(exchange.head(), CHECK);
        TrustView view = TrustView.of(
                frames.of(exchange, plain("trust.pageTitle"), Section.NONE),
                all,
                crls::current,
                moments,
                publicUrl(all),
                Platform.guess(agent),
                check);
        Reply page = templates.show("trust", view);
        return check.startsWith("https://") ? page.with("Content-Security-Policy", asking(check)) : page;
    }

    /** The page on plain HTTP may ask this server over HTTPS, and nobody else. */
    private static String asking(String check) {
        String origin = check.substring(0, check.length() - CHECK.length());
        return SecurityHeaders.CONTENT_SECURITY_POLICY.replace("connect-src 'self'", "connect-src 'self' " + origin);
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
