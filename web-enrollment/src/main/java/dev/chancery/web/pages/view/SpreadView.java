package dev.chancery.web.pages.view;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.web.crl.CrlFetcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who knows of a revocation, and until when the others may trust the certificate.
 *
 * @param first number of the first list that contains it; empty when none is published yet
 * @param rows those that may still trust it first, the longest first; then those that know
 * @param more how many are not shown
 */
public record SpreadView(String first, List<Row> rows, int knowing, int trusting, String lastTrust, int more) {
    private static final int SHOWN = 100;

    public SpreadView {
        rows = List.copyOf(rows);
    }

    /** An address, the list that it has, and whether the certificate is in it. */
    public record Row(
            String client, String number, Moment fetched, boolean knows, boolean over, Moment until, String ocsp) {}

    public static SpreadView of(Optional<CrlNumber> first, List<CrlFetcher> fetchers, Moments moments) {
        Instant now = moments.now();
        List<CrlFetcher> lists = new ArrayList<>(
                fetchers.stream().filter(one -> one.list().isPresent()).toList());
        lists.sort(Comparator.comparing((CrlFetcher one) -> knows(one, first))
                .thenComparing(one -> until(one), Comparator.reverseOrder()));
        List<CrlFetcher> trusting = lists.stream()
                .filter(one -> !knows(one, first) && until(one).isAfter(now))
                .toList();
        return new SpreadView(
                first.map(CrlNumber::toString).orElse(""),
                lists.stream().limit(SHOWN).map(one -> row(one, first, moments)).toList(),
                (int) lists.stream().filter(one -> knows(one, first)).count(),
                trusting.size(),
                trusting.stream()
                        .map(SpreadView::until)
                        .max(Comparator.naturalOrder())
                        .map(last -> moments.at(last).exact())
                        .orElse(""),
                Math.max(0, lists.size() - SHOWN));
    }

    private static Row row(CrlFetcher one, Optional<CrlNumber> first, Moments moments) {
        CrlFetcher.List list = one.list().orElseThrow();
        return new Row(
                one.client(),
                list.number().toString(),
                moments.at(list.fetchedAt()),
                knows(one, first),
                !list.trustedUntil().isAfter(moments.now()),
                moments.at(list.trustedUntil()),
                one.ocspAt().map(at -> moments.at(at).relative()).orElse(""));
    }

    private static boolean knows(CrlFetcher one, Optional<CrlNumber> first) {
        return first.isPresent()
                && one.list()
                        .filter(list -> list.number().compareTo(first.get()) >= 0)
                        .isPresent();
    }

    private static Instant until(CrlFetcher one) {
        return one.list().map(CrlFetcher.List::trustedUntil).orElse(Instant.EPOCH);
    }
}
