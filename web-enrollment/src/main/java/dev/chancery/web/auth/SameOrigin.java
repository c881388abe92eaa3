package dev.chancery.web.auth;

import dev.chancery.web.http.RequestHead;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a request comes from our own pages, by what browsers say and scripts cannot forge.
 *
 * <p>Our pages send {@code Referrer-Policy: no-referrer}, under which the Fetch standard turns the {@code Origin} of their
 * forms into {@code null}; {@code Sec-Fetch-Site} then tells whether it was us.
 */
final class SameOrigin {
    private SameOrigin() {}

    /** For the session's cookie: a browser, which always says where a form comes from. */
    static boolean proven(RequestHead head) {
        Optional<String> origin = origin(head);
        Optional<String> site = head.header("Sec-Fetch-Site");
        return allowed(head) && (origin.isPresent() || site.isPresent());
    }

    /** For client certificates: a program may say nothing, a browser must not say something else. */
    static boolean allowed(RequestHead head) {
        boolean origin = origin(head).map(head.origin()::equals).orElse(true);
        boolean site = head.header("Sec-Fetch-Site").map("same-origin"::equals).orElse(true);
        boolean opaque = head.header("Origin").filter("null"::equals).isPresent();
        return origin && site && (!opaque || head.header("Sec-Fetch-Site").isPresent());
    }

    private static Optional<String> origin(RequestHead head) {
        return head.header("Origin").filter(text -> !text.equals("null")).map(text -> text.toLowerCase(Locale.ROOT));
    }
}
