package dev.chancery.web.pages.view;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.web.crl.CrlFetcher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Who fetches a CA's revocation list, newest first.
 *
 * @param total how many addresses are remembered
 * @param current how many of them have the list in force, or know more by a delta CRL
 * @param until when the last of the copies ends that they keep; empty when there is none
 */
public record FetchersView(List<Row> rows, String total, int current, String until, int more) {
    private static final int SHOWN = 50;

    public FetchersView {
        rows = List.copyOf(rows);
    }

    /** An address, the list that it has, and how often it comes. */
    public record Row(String client, String number, Optional<Moment> fetched, String times, String ocsp) {}

    /** @param inForce the full one in force, or that of a partition */
    public static FetchersView of(
            List<CrlFetcher> fetchers, Function<OptionalInt, Optional<SignedCrl>> inForce, Moments moments) {
        return new FetchersView(
                fetchers.stream().limit(SHOWN).map(one -> row(one, moments)).toList(),
                Moments.counted(fetchers.size(), "address").replace("addresss", "addresses"),
                (int) fetchers.stream()
                        .filter(one -> one.list()
                                .filter(list -> inForce.apply(one.partition())
                                        .filter(crl -> list.number().compareTo(crl.number()) >= 0)
                                        .isPresent())
                                .isPresent())
                        .count(),
                fetchers.stream()
                        .flatMap(one -> one.list().stream())
                        .map(CrlFetcher.List::trustedUntil)
                        .filter(until -> until.isAfter(moments.now()))
                        .max(Instant::compareTo)
                        .map(last -> moments.at(last).exact())
                        .orElse(""),
                Math.max(0, fetchers.size() - SHOWN));
    }

    private static String words(OptionalInt partition, CrlNumber number) {
        return number + (partition.isPresent() ? " of partition " + partition.getAsInt() : "");
    }

    private static Row row(CrlFetcher one, Moments moments) {
        return new Row(
                one.client(),
                one.list().map(list -> words(one.partition(), list.number())).orElse(""),
                one.list().map(list -> moments.at(list.fetchedAt())),
                Moments.number(one.lists()),
                one.ocspAt()
                        .map(at -> Moments.number(one.ocsps()) + ", last "
                                + moments.at(at).relative())
                        .orElse(""));
    }
}
