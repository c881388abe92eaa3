package dev.chancery.web.pages.view;

/**
 * A point in time as pages show it.
 *
 * @param iso for {@code <time datetime>}
 * @param exact {@code 22 November 2026, 05:10 UTC}
 * @param day {@code 22 Nov 2026}
 * @param relative {@code in 364 days}, {@code 3 minutes ago}
 */
public record Moment(String iso, String exact, String day, String relative) {}
