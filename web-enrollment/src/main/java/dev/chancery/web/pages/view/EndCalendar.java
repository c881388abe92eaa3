package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.counted;
import static dev.chancery.web.pages.text.Texts.number;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * When certificates end, day by day for a year: a line for each month, as a picture and as a table.
 *
 * @param total of the whole year, as text
 */
public record EndCalendar(List<Month> months, String total) {
    private static final int MONTHS = 13;
    private static final int LEFT = 64;
    private static final int CELL = 20;
    private static final int LINE = 22;
    private static final int TOP = 18;
    private static final int WIDEST_BAR = 190;
    private static final List<Integer> MARKED = List.of(1, 5, 10, 15, 20, 25, 30);

    public EndCalendar {
        months = List.copyOf(months);
    }

    /**
     * A month.
     *
     * @param label {@code Dec}, with the year in January and in the first line
     * @param path of the list of its certificates
     * @param x where its days begin that have not passed
     * @param busiest day, in words; empty when there is none
     * @param bar width of its bar in the narrow picture
     */
    public record Month(
            String label,
            String name,
            String count,
            String path,
            int y,
            int x,
            int width,
            List<Day> days,
            String busiest,
            int bar,
            boolean soon) {
        public Month {
            days = List.copyOf(days);
        }

        public boolean none() {
            return days.isEmpty();
        }
    }

    /**
     * A day on which certificates end.
     *
     * @param level few, some or many: 1 to 3
     * @param words for the pointer: {@code 14 Dec 2026: 3 certificates}
     */
    public record Day(int x, String count, int level, boolean soon, String words) {}

    /** @param counts of valid certificates by the day on which they end, from today on */
    public static EndCalendar of(Moments moments, SortedMap<LocalDate, Long> counts) {
        LocalDate today = LocalDate.ofInstant(moments.now(), ZoneOffset.UTC);
        LocalDate soon = LocalDate.ofInstant(moments.now().plus(StatusMark.SOON), ZoneOffset.UTC);
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<YearMonth> shown = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            shown.add(YearMonth.from(today).plusMonths(i));
        }
        long highest =
                shown.stream().mapToLong(month -> sum(counts, month)).max().orElse(1);
        List<Month> months = new ArrayList<>();
        for (YearMonth month : shown) {
            months.add(month(month, months.size(), counts, new Scale(most, Math.max(1, highest), today, soon)));
        }
        return new EndCalendar(
                months,
                number(shown.stream().mapToLong(month -> sum(counts, month)).sum()));
    }

    /** From when to when days are asked for. */
    public static LocalDate from(Moments moments) {
        return LocalDate.ofInstant(moments.now(), ZoneOffset.UTC);
    }

    /** Not included. */
    public static LocalDate until(Moments moments) {
        return YearMonth.from(from(moments)).plusMonths(MONTHS).atDay(1);
    }

    private record Scale(long most, long highest, LocalDate today, LocalDate soon) {
        /** Few, some, many: by a third of the busiest day each, where there are that many. */
        int level(long count) {
            return count * 3 > most * 2 && most > 2 ? 3 : count * 3 > most ? 2 : 1;
        }
    }

    private static long sum(SortedMap<LocalDate, Long> counts, YearMonth month) {
        return days(counts, month).values().stream().mapToLong(Long::longValue).sum();
    }

    private static SortedMap<LocalDate, Long> days(SortedMap<LocalDate, Long> counts, YearMonth month) {
        return counts.subMap(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    private static Month month(YearMonth month, int line, SortedMap<LocalDate, Long> counts, Scale scale) {
        SortedMap<LocalDate, Long> days = days(counts, month);
        LocalDate start = month.atDay(1);
        int firstDay =
                YearMonth.from(scale.today()).equals(month) ? scale.today().getDayOfMonth() : 1;
        long total = sum(counts, month);
        return new Month(
                Moments.month(start) + (line == 0 || month.getMonthValue() == 1 ? " " + month.getYear() : ""),
                Moments.longMonth(start),
                number(total),
                "/certificates?filter=valid&ends=" + month,
                TOP + line * LINE,
                x(firstDay),
                (month.lengthOfMonth() - firstDay + 1) * CELL,
                days.entrySet().stream().map(day -> day(day, scale)).toList(),
                days.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(day -> Moments.day(day.getKey()) + " (" + number(day.getValue()) + ")")
                        .orElse(""),
                total == 0 ? 0 : (int) Math.max(2, total * WIDEST_BAR / scale.highest()),
                !start.isAfter(scale.soon()));
    }

    private static Day day(Map.Entry<LocalDate, Long> day, Scale scale) {
        return new Day(
                x(day.getKey().getDayOfMonth()),
                compact(day.getValue()),
                scale.level(day.getValue()),
                day.getKey().isBefore(scale.soon()),
                Moments.day(day.getKey()) + ": " + counted(day.getValue(), "word.count.certificate"));
    }

    private static int x(int day) {
        return LEFT + (day - 1) * CELL;
    }

    /** At most three characters. */
    private static String compact(long count) {
        return count < 1000 ? Long.toString(count) : count < 100_000 ? count / 1000 + "k" : "99+";
    }

    /** A number above the days. */
    public record Mark(String text, int x) {}

    public List<Mark> marks() {
        return MARKED.stream()
                .map(day -> new Mark(Integer.toString(day), x(day) + CELL / 2))
                .toList();
    }

    public int width() {
        return LEFT + 31 * CELL + 56;
    }

    public int height() {
        return TOP + months.size() * LINE;
    }

    /** Where the totals end. */
    public int right() {
        return width() - 4;
    }

    /** Of the picture for a narrow screen. */
    public int narrowHeight() {
        return months.size() * 24;
    }
}
