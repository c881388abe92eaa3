package dev.chancery.web.pages;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Body;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Gate;
import dev.chancery.web.http.Incidents;
import dev.chancery.web.http.Parameters;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.RequestHead;
import dev.chancery.web.http.Route;
import dev.chancery.web.http.Router;
import dev.chancery.web.http.Visitor;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Asks for pages without a network, as somebody the gate has let in; the routes' permissions are judged as ever. */
final class Browser {
    static final String CSRF = "the-token";

    private final Router router;

    private Browser(SampleHouse house, Optional<Requester> who) {
        this.router = new Router(
                house.pages.routes(), new LetIn(who), house.pages.problems(), new Incidents(new SecureRandom()));
    }

    static Browser of(SampleHouse house, Requester who) {
        return new Browser(house, Optional.of(who));
    }

    static Browser ofNobody(SampleHouse house) {
        return new Browser(house, Optional.empty());
    }

    /** @param headers names and values by turns */
    Reply get(String address, String... headers) {
        return send("GET", address, "", Parameters.headers(headers));
    }

    /** @param query names and values, in turn */
    Reply get(String path, List<String> query) {
        return send("GET", path, Parameters.of(query.toArray(String[]::new)), "", Parameters.headers());
    }

    /** @param form urlencoded */
    Reply post(String address, String form) {
        return send(
                "POST",
                address,
                form,
                Parameters.headers("Content-Type", "application/x-www-form-urlencoded", "Origin", "https://ca.test"));
    }

    /** As the form says: with files as {@code multipart/form-data}, else urlencoded. */
    Reply post(SeenForm form) {
        return form.holdsFiles()
                ? send(
                        "POST",
                        form.action(),
                        form.multipart(),
                        Parameters.headers(
                                "Content-Type",
                                "multipart/form-data; boundary=" + SeenForm.BOUNDARY,
                                "Origin",
                                "https://ca.test"))
                : post(form.action(), form.urlEncoded());
    }

    private Reply send(String method, String address, String body, Parameters headers) {
        String[] parts = address.split("[?#]", 2);
        Parameters query = Parameters.none();
        if (address.contains("?")) {
            String[] pairs = parts[1].replaceFirst("#.*", "").split("[&=]");
            query = Parameters.of(pairs);
        }
        return send(method, parts[0], query, body, headers);
    }

    private Reply send(String method, String path, Parameters query, String body, Parameters headers) {
        RequestHead head =
                new RequestHead(method, path, query, headers, "https://ca.test", "127.0.0.1", true, List.of());
        return router.answer(head, Body.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    /** Lets one person into every route that their roles allow. */
    private record LetIn(Optional<Requester> who) implements Gate {
        @Override
        public Admission admit(Exchange exchange, Route route) {
            Visitor visitor =
                    new Visitor(who, who.map(any -> new Visitor.BrowserSession(CSRF, SampleHouse.days(1), false)));
            Optional<Permit> permit = Optional.empty();
            if (route.access().kind() == Access.Kind.NEEDS) {
                permit = Optional.of(new Authorization(new AccessPolicy())
                        .require(who.orElseThrow(), route.access().permission().orElseThrow(), AccessObject.any()));
            }
            return new Admission.Admitted(exchange.as(visitor, permit));
        }
    }
}
