package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.profile.ValidityRule;
import dev.chancery.web.pages.view.RequestFormView.Choice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The lengths that a profile leaves to choose from, the usual one first. */
public final class ValidityChoices {
    private static final List<String> ROUND =
            List.of("P1D", "P7D", "P30D", "P90D", "P180D", "P1Y", "P2Y", "P3Y", "P5Y", "P10Y");
    /** Any day will do to compare lengths by. */
    private static final Instant DAY = Instant.parse("2023-03-01T00:00:00Z");

    private ValidityChoices() {}

    /** @param chosen ISO 8601 or empty for the usual one */
    public static List<Choice> of(ValidityRule rule, String chosen) {
        TreeSet<ValidityLength> lengths =
                new TreeSet<>(Comparator.comparing((ValidityLength length) -> length.addTo(DAY)));
        lengths.add(rule.maximum());
        ROUND.stream()
                .map(ValidityLength::of)
                .filter(length -> !length.addTo(DAY).isAfter(rule.maximum().addTo(DAY)))
                .forEach(lengths::add);
        lengths.remove(rule.standard());
        boolean standard = lengths.stream().noneMatch(length -> length.iso().equals(chosen));
        return Stream.concat(
                        Stream.of(new Choice(
                                "", plain("request.validity.usual", Moments.words(rule.standard())), "", standard)),
                        lengths.stream()
                                .map(length -> new Choice(
                                        length.iso(),
                                        Moments.words(length),
                                        "",
                                        length.iso().equals(chosen))))
                .toList();
    }
}
