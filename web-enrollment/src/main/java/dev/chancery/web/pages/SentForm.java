package dev.chancery.web.pages;

import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;

/**
 * What answers a form that people type into.
 *
 * @param act does what the form is for
 * @param again only shows the form with what was typed, for a reader who wants it in another language: it changes nothing,
 *     and nothing secret goes back
 */
record SentForm(Route.Endpoint act, Route.Endpoint again) implements Route.Endpoint {
    static Route route(String path, Access access, Route.Endpoint act, Route.Endpoint again) {
        return Route.page(Method.POST, path, access, new SentForm(act, again));
    }

    @Override
    public Reply answer(Exchange exchange) {
        return act.answer(exchange);
    }
}
