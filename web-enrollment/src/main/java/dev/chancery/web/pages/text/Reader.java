package dev.chancery.web.pages.text;

import dev.chancery.web.http.RequestHead;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whoever reads a page.
 *
 * @param zone in which dates are told; empty for the server's own
 */
public record Reader(Language language, Optional<ZoneId> zone) {
    /** Holds a language's tag; set by the choice in the foot of a page. */
    public static final String LANGUAGE_COOKIE = "chancery-language";
    /** Holds a zone's name as browsers know it; set by chancery.js. */
    static final String ZONE_COOKIE = "chancery-zone";

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Reader NOBODY = new Reader(Language.ENGLISH, Optional.empty());
    private static final ThreadLocal<Reader> CURRENT = ThreadLocal.withInitial(() -> NOBODY);

    /** By the cookies; without them by what the browser asks for. */
    public static Reader of(RequestHead head) {
        Language language = head.cookie(LANGUAGE_COOKIE)
                .flatMap(Language::tagged)
                .orElseGet(() -> Language.preferred(head.headers().all("Accept-Language")));
        return new Reader(
                language, head.cookie(ZONE_COOKIE).filter(ZONES::contains).map(ZoneId::of));
    }

    /** Whoever the page is for that this thread fills; outside of pages somebody who reads English. */
    public static Reader current() {
        return CURRENT.get();
    }

    /** Does something for this reader: every text and date that comes of it is in their language and zone. */
    public <T> T reading(Supplier<T> work) {
        Reader before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }
}
