package dev.chancery.web.crl;

import java.time.Instant;
import java.util.List;

/** What the server found when it last fetched a CA's addresses as a validating server does. */
public record SeenFromOutside(Instant at, List<SeenAddress> addresses) {
    public SeenFromOutside {
        addresses = List.copyOf(addresses);
    }

    /** Each fault with the address that it belongs to. */
    public List<String> faults() {
        return addresses.stream()
                .flatMap(seen -> seen.findings().stream()
                        .filter(SeenAddress.Finding::fault)
                        .map(finding -> seen.words() + " " + seen.address() + ": " + finding.message()))
                .toList();
    }
}
