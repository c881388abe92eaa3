package dev.chancery.web.pages.view;

import java.util.List;

/**
 * The start page: what needs somebody first, then how things stand.
 *
 * @param months in which certificates end, from this one on; empty when none does
 * @param nothingYet there is no certificate at all
 * @param mayRequest whether the visitor can ask for one
 */
public record OverviewView(
        Frame frame,
        List<Attention> attention,
        List<Figure> figures,
        List<Month> months,
        boolean nothingYet,
        boolean mayRequest) {
    public OverviewView {
        attention = List.copyOf(attention);
        figures = List.copyOf(figures);
        months = List.copyOf(months);
    }

    /**
     * Something to be done.
     *
     * @param kind {@code bad}, {@code warn} or empty
     * @param step what mends it; a link when it has a path
     * @param command for the terminal, where a page cannot mend it; possibly empty
     */
    public record Attention(String kind, String what, String why, String step, String path, String command) {
        /** Mended on another page. */
        public static Attention at(String path, String kind, String what, String why, String step) {
            return new Attention(kind, what, why, step, path, "");
        }
    }

    /**
     * A number that matters.
     *
     * @param path where its list is; possibly empty
     */
    public record Figure(String number, String words, String path) {}

    /**
     * A bar of the chart, in its coordinates.
     *
     * @param soon whether its certificates end within 30 days
     */
    public record Month(String label, String name, String count, int x, int y, int height, boolean soon) {}
}
