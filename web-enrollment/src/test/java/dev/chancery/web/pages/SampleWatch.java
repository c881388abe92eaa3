package dev.chancery.web.pages;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.web.crl.CrlFetcher;
import dev.chancery.web.crl.PublicationTarget;
import dev.chancery.web.crl.PublicationWatch;
import dev.chancery.web.crl.SeenAddress;
import dev.chancery.web.crl.SeenAddress.Finding;
import dev.chancery.web.crl.SeenFromOutside;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How publication fares, as a test says. */
public final class SampleWatch implements PublicationWatch {
    private final Map<String, SeenFromOutside> seen = new LinkedHashMap<>();

    private List<CrlFetcher> fetchers = List.of();
    private List<PublicationTarget> targets = List.of();
    private Optional<CrlNumber> first = Optional.empty();

    /** A port that some do not reach, and a certificate that nobody gets. */
    public static SeenFromOutside seen(Instant at) {
        return new SeenFromOutside(
                at,
                List.of(
                        new SeenAddress(
                                "crl",
                                URI.create("http://ca.example.com:8080/crl/issuing.crl"),
                                List.of(new Finding(
                                        false,
                                        "Validating servers that use port 80 only will not reach this CRL: its port is"
                                                + " 8080.",
                                        "port",
                                        List.of("8080")))),
                        new SeenAddress(
                                "caIssuers",
                                URI.create("http://ca.example.com:8080/ca/issuing.crt"),
                                List.of(new Finding(
                                        true,
                                        "The address answers with status 404 instead of 200.",
                                        "status",
                                        List.of("404"))))));
    }

    public void put(String ca, SeenFromOutside found) {
        seen.put(ca, found);
    }

    void targets(PublicationTarget... found) {
        targets = List.of(found);
    }

    void fetched(CrlFetcher... found) {
        fetchers = List.of(found);
    }

    void firstListing(long number) {
        first = Optional.of(new CrlNumber(BigInteger.valueOf(number)));
    }

    @Override
    public List<CrlFetcher> fetchers(String ca) {
        return fetchers;
    }

    @Override
    public List<PublicationTarget> targets() {
        return targets;
    }

    @Override
    public boolean remembersFetchers() {
        return true;
    }

    @Override
    public Optional<CrlNumber> firstListing(CertificateRecord revoked, OptionalInt partition) {
        return first;
    }

    @Override
    public Optional<SeenFromOutside> seen(String ca) {
        return Optional.ofNullable(seen.get(ca));
    }
}
