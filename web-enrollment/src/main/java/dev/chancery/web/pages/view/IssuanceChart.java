package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.number;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** How many certificates were issued in each month of the last year, the present one last. */
public record IssuanceChart(List<Bar> bars, String total) {
    private static final int MONTHS = 13;
    private static final int PITCH = 46;
    private static final int FLOOR = 130;
    private static final int TALLEST = 110;

    public IssuanceChart {
        bars = List.copyOf(bars);
    }

    /**
     * A bar in the coordinates of the picture.
     *
     * @param unfinished whether the month goes on
     */
    public record Bar(String label, String name, String count, int x, int y, int height, boolean unfinished) {}

    public static IssuanceChart of(Moments moments, SortedMap<LocalDate, Long> counts) {
        YearMonth present = present(moments);
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = present.minusMonths(MONTHS - 1L - i);
            sums.add(counts.subMap(month.atDay(1), month.plusMonths(1).atDay(1)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum());
        }
        long highest =
                Math.max(1, sums.stream().mapToLong(Long::longValue).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            var start = present.minusMonths(MONTHS - 1L - i).atDay(1);
            int height = sums.get(i) == 0 ? 0 : (int) Math.max(3, sums.get(i) * TALLEST / highest);
            bars.add(new Bar(
                    Moments.month(start),
                    Moments.longMonth(start),
                    number(sums.get(i)),
                    i * PITCH + 6,
                    FLOOR - height,
                    height,
                    i == MONTHS - 1));
        }
        return new IssuanceChart(
                bars, number(sums.stream().mapToLong(Long::longValue).sum()));
    }

    private static YearMonth present(Moments moments) {
        return YearMonth.from(LocalDate.ofInstant(moments.now(), ZoneOffset.UTC));
    }

    /** From when to when days are asked for. */
    public static LocalDate from(Moments moments) {
        return present(moments).minusMonths(MONTHS - 1L).atDay(1);
    }

    /** Not included. */
    public static LocalDate until(Moments moments) {
        return present(moments).plusMonths(1).atDay(1);
    }
}
