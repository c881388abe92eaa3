package dev.chancery.web.http;

import java.util.Map;

/** What every answer carries (SECURITY.md rule 22). */
public final class SecurityHeaders {
    /** Only what the pages use; {@code data:} images are the icons inside the style sheet. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            // Private pages are not kept; what is public says so itself.
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    static Reply on(Reply reply) {
        return reply.withMissing(ALWAYS);
    }
}
