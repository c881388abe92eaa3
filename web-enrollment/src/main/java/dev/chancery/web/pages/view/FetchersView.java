package dev.chancery.web.pages.view;

import dev.chancery.core.crl.SignedCrl;
import dev.chancery.web.crl.CrlFetcher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** @param crl the one in force */
    public static FetchersView of(List<CrlFetcher> fetchers, Optional<SignedCrl> crl, Moments moments) {
        return new FetchersView(
                fetchers.stream().limit(SHOWN).map(one -> row(one, moments)).toList(),
                Moments.counted(fetchers.size(), "address").replace("addresss", "addresses"),
                (int) fetchers.stream()
                        .filter(one -> one.list()
                                .filter(list -> crl.isPresent()
                                        && list.number().compareTo(crl.get().number()) >= 0)
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

    private static Row row(CrlFetcher one, Moments moments) {
        return new Row(
                one.client(),
                one.list().map(list -> list.number().toString()).orElse(""),
                one.list().map(list -> moments.at(list.fetchedAt())),
                Moments.number(one.lists()),
                one.ocspAt()
                        .map(at -> Moments.number(one.ocsps()) + ", last "
                                + moments.at(at).relative())
                        .orElse(""));
    }
}
