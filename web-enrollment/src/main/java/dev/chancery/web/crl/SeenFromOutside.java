package dev.chancery.web.crl;

import java.time.Instant;
import java.util.List;

/** What the server found when it last fetched a CA's addresses as a validating server does. */
public record SeenFromOutside(Instant at, List<SeenAddress> addresses) {
    public SeenFromOutside {
        addresses = List.copyOf(addresses);
    }
}
