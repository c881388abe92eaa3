package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.counted;
import static dev.chancery.web.pages.text.Texts.number;
import static dev.chancery.web.pages.text.Texts.plain;

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
                counted(fetchers.size(), "authorities.fetchers.count"),
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
        return partition.isPresent()
                ? plain("authorities.partition.number", number, partition.getAsInt())
                : number.toString();
    }

    private static Row row(CrlFetcher one, Moments moments) {
        return new Row(
                one.client(),
                one.list().map(list -> words(one.partition(), list.number())).orElse(""),
                one.list().map(list -> moments.at(list.fetchedAt())),
                number(one.lists()),
                one.ocspAt()
                        .map(at -> plain(
                                "authorities.fetchers.ocsp",
                                number(one.ocsps()),
                                moments.at(at).relative()))
                        .orElse(""));
    }
}
