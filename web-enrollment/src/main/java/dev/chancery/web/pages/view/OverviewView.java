package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import java.util.List;
import java.util.Optional;

/**
 * The start page: what needs somebody first, then how things stand.
 *
 * @param attention worst first
 * @param calendar of certificates that end; empty when none does within a year
 * @param issuance empty when nothing was issued within a year
 * @param nothingYet there is no certificate at all
 * @param mayRequest whether the visitor can ask for one
 */
public record OverviewView(
        Frame frame,
        List<Attention> attention,
        List<Figure> figures,
        Optional<EndCalendar> calendar,
        Optional<IssuanceChart> issuance,
        boolean nothingYet,
        boolean mayRequest) {
    public OverviewView {
        attention = List.copyOf(attention);
        figures = List.copyOf(figures);
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

        /** Mended by somebody at the machine. */
        public static Attention byHand(String kind, String what, String why, String step) {
            return new Attention(kind, what, why, step, "", "");
        }

        /** How pressing it is, as a word and a shape. */
        public StatusMark mark() {
            return switch (kind) {
                case "bad" -> new StatusMark("revoked", plain("overview.mark.bad"));
                case "warn" -> new StatusMark("soon", plain("overview.mark.warn"));
                default -> new StatusMark("held", plain("overview.mark.waits"));
            };
        }

        int rank() {
            return switch (kind) {
                case "bad" -> 0;
                case "warn" -> 1;
                default -> 2;
            };
        }
    }

    /** Worst first, and otherwise as they were found. */
    public static List<Attention> sorted(List<Attention> found) {
        return found.stream()
                .sorted(java.util.Comparator.comparingInt(Attention::rank))
                .toList();
    }

    /**
     * A number that matters.
     *
     * @param path where its list is
     */
    public record Figure(String number, String words, String path) {}
}
