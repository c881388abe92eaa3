package dev.chancery.web.http;

import dev.chancery.core.access.Requester;
import java.time.Instant;
import java.util.Optional;

/**
 * Who sent a request, as the door found out.
 *
 * @param requester empty for somebody unknown
 * @param session present when they came with the browser's cookie
 */
public record Visitor(Optional<Requester> requester, Optional<BrowserSession> session) {
    public static Visitor anonymous() {
        return new Visitor(Optional.empty(), Optional.empty());
    }

    public static Visitor of(Requester requester) {
        return new Visitor(Optional.of(requester), Optional.empty());
    }

    /**
     * What pages may know of a session.
     *
     * @param csrfToken for the hidden field {@code csrf} of every form, or the header {@code X-CSRF-Token}
     * @param ends when it ends at the latest
     */
    public record BrowserSession(String csrfToken, Instant ends, boolean mustChangePassword) {
        @Override
        public String toString() {
            return "session until " + ends;
        }
    }
}
