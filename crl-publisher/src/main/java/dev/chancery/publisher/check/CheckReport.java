package dev.chancery.publisher.check;

import java.time.Instant;
import java.util.List;

/**
 * What one look at a CA from outside has shown.
 *
 * @param at when the look began
 */
public record CheckReport(String issuer, Instant at, List<CheckedAddress> addresses) {
    public CheckReport {
        addresses = List.copyOf(addresses);
    }

    public boolean hasFault() {
        return addresses.stream().anyMatch(CheckedAddress::hasFault);
    }

    /** Whether another look soon may show something else. */
    boolean unsettled() {
        return addresses.stream().anyMatch(CheckedAddress::unsettled);
    }

    /** Every finding with the address that it belongs to, as one line. */
    public List<String> lines() {
        return addresses.stream()
                .flatMap(checked -> checked.findings().stream()
                        .map(finding -> checked.kind().words() + " " + checked.address() + ": " + finding.message()))
                .toList();
    }
}
