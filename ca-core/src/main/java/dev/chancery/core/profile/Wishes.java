package dev.chancery.core.profile;

import dev.chancery.core.x509.RequestedName;
import java.util.List;
import java.util.Optional;

/**
 * What the requester asked for beside the CSR.
 *
 * @param names replaces the CSR's names when present
 * @param subject RFC 4514 text, replaces the CSR's subject when present
 * @param validity as written; empty for the profile's standard
 */
public record Wishes(Optional<List<RequestedName>> names, Optional<String> subject, Optional<String> validity) {
    public Wishes {
        names = names.map(List::copyOf);
    }

    public static Wishes none() {
        return new Wishes(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
