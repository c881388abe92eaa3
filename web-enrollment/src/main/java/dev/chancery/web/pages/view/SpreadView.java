package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.web.crl.CrlFetcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

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

    /** The first list of the full ones, or of those of a partition, that contains it; empty for none yet. */
    public interface First extends Function<OptionalInt, Optional<CrlNumber>> {}

    /**
     * What is known.
     *
     * @param own the partition of the certificate, whose lists it names
     * @param fetchers of that partition's lists and of the full ones
     */
    public static SpreadView of(OptionalInt own, First first, List<CrlFetcher> fetchers, Moments moments) {
        Instant now = moments.now();
        List<CrlFetcher> lists = new ArrayList<>(
                fetchers.stream().filter(one -> one.list().isPresent()).toList());
        lists.sort(Comparator.comparing((CrlFetcher one) -> knows(one, first))
                .thenComparing(one -> until(one), Comparator.reverseOrder()));
        List<CrlFetcher> trusting = lists.stream()
                .filter(one -> !knows(one, first) && until(one).isAfter(now))
                .toList();
        return new SpreadView(
                first.apply(own).map(number -> words(own, number)).orElse(""),
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

    private static String words(OptionalInt partition, CrlNumber number) {
        return partition.isPresent()
                ? plain("authorities.partition.number", number, partition.getAsInt())
                : number.toString();
    }

    private static Row row(CrlFetcher one, First first, Moments moments) {
        CrlFetcher.List list = one.list().orElseThrow();
        return new Row(
                one.client(),
                words(one.partition(), list.number()),
                moments.at(list.fetchedAt()),
                knows(one, first),
                !list.trustedUntil().isAfter(moments.now()),
                moments.at(list.trustedUntil()),
                one.ocspAt().map(at -> moments.at(at).relative()).orElse(""));
    }

    private static boolean knows(CrlFetcher one, First first) {
        Optional<CrlNumber> from = first.apply(one.partition());
        return from.isPresent()
                && one.list()
                        .filter(list -> list.number().compareTo(from.get()) >= 0)
                        .isPresent();
    }

    private static Instant until(CrlFetcher one) {
        return one.list().map(CrlFetcher.List::trustedUntil).orElse(Instant.EPOCH);
    }
}
