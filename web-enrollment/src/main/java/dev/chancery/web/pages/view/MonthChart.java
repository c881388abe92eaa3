package dev.chancery.web.pages.view;

import dev.chancery.web.pages.view.OverviewView.Month;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** How many certificates end in each month of a year from now. */
public final class MonthChart {
    private static final int MONTHS = 13;
    private static final int PITCH = 46;
    private static final int FLOOR = 130;
    private static final int TALLEST = 110;

    private MonthChart() {}

    /**
     * The bars, or none when no certificate ends in that time.
     *
     * @param endingBefore how many valid certificates end before an instant
     */
    public static List<Month> of(Moments moments, ToLongFunction<Instant> endingBefore) {
        long[] counts = new long[MONTHS];
        long before = 0;
        long highest = 0;
        for (int i = 0; i < MONTHS; i++) {
            long until = endingBefore.applyAsLong(moments.monthStart(i + 1));
            counts[i] = Math.max(0, until - before);
            highest = Math.max(highest, counts[i]);
            before = until;
        }
        if (highest == 0) {
            return List.of();
        }
        Instant soon = moments.now().plus(StatusMark.SOON);
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            int height = counts[i] == 0 ? 0 : (int) Math.max(3, counts[i] * TALLEST / highest);
            Instant start = moments.monthStart(i);
            months.add(new Month(
                    moments.month(start),
                    moments.longMonth(start),
                    Moments.number(counts[i]),
                    i * PITCH + 6,
                    FLOOR - height,
                    height,
                    start.isBefore(soon)));
        }
        return months;
    }
}
