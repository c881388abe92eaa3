package dev.chancery.web.pages;

import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.RequestHead;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.text.Language;
import dev.chancery.web.pages.text.Reader;
import dev.chancery.web.pages.view.Frame.LanguageLink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Answers in the reader's language, and keeps the one that they choose in the foot of a page: a link to the same page with
 * {@code ?language=de} sets the cookie and leads back to the page itself, so that it works without JavaScript and leads
 * nowhere else. Below a form that came back it is a button of that form, sent to the same address with the same
 * {@code ?language=de}, so that nothing is lost that was typed ({@link SentForm}). The cookie says nothing about anybody and is set only by that choice;
 * it is not bound to HTTPS, since the page about trust is read over plain HTTP as well.
 */
final class LanguageChoice {
    private static final String PARAMETER = "language";
    private static final String ATTRIBUTES = "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly";

    private LanguageChoice() {}

    static Route inLanguage(Route route) {
        return new Route(
                route.method(),
                route.path(),
                route.door(),
                route.access(),
                exchange -> chosen(exchange)
                        .map(language -> switched(route, exchange, language))
                        .orElseGet(() ->
                                reading(exchange.head(), () -> route.endpoint().answer(exchange))));
    }

    /** What is made for the reader of this request, with headers that say so if it is a page. */
    static Reply reading(RequestHead head, Supplier<Reply> work) {
        return reading(Reader.of(head), work);
    }

    private static Reply reading(Reader reader, Supplier<Reply> work) {
        Reply reply = reader.reading(work);
        boolean page = reply.header("Content-Type").orElse("").startsWith("text/html");
        return page
                ? reply.with("Content-Language", reader.language().tag()).with("Vary", "Accept-Language, Cookie")
                : reply;
    }

    private static Optional<Language> chosen(Exchange exchange) {
        return exchange.query().first(PARAMETER).flatMap(Language::tagged);
    }

    /** A form that is sent in order to switch never does what it is for. */
    private static Reply switched(Route route, Exchange exchange, Language language) {
        if (route.method() == Method.GET) {
            return keep(exchange.head(), language);
        }
        if (route.endpoint() instanceof SentForm form) {
            Reader reader = new Reader(language, Reader.of(exchange.head()).zone());
            return kept(reading(reader, () -> form.again().answer(exchange)), language);
        }
        return kept(Reply.seeOther("/"), language);
    }

    private static Reply kept(Reply reply, Language language) {
        return reply.with("Set-Cookie", Reader.LANGUAGE_COOKIE + "=" + language.tag() + ATTRIBUTES);
    }

    private static Reply keep(RequestHead head, Language language) {
        String query = query(head);
        String path = head.path().matches("/[\\x21-\\x7e]*") ? head.path() : "/";
        return kept(Reply.seeOther(path + (query.isEmpty() ? "" : "?" + query)), language);
    }

    /** @param path of the page; what it was asked for goes along if it is the one of this request */
    static List<LanguageLink> links(RequestHead head, String path) {
        String query = path.equals(head.path()) ? query(head) : "";
        Language current = Reader.current().language();
        return Arrays.stream(Language.values())
                .map(language -> new LanguageLink(
                        language.ownName(),
                        language.tag(),
                        path + "?" + (query.isEmpty() ? "" : query + "&") + PARAMETER + "=" + language.tag(),
                        language == current))
                .toList();
    }

    private static String query(RequestHead head) {
        return head.query().names().stream()
                .filter(name -> !name.equals(PARAMETER))
                .flatMap(name -> head.query().all(name).stream().map(value -> encoded(name) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
