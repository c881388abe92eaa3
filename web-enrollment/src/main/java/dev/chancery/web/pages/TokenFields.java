package dev.chancery.web.pages;

import dev.chancery.web.http.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The form for an API token as it was sent: what it is for, and in how many days it ends. */
record TokenFields(String label, Optional<Instant> expires) {
    static TokenFields of(Form form, Instant now) {
        return new TokenFields(
                form.text("label").orElse(""),
                form.text("days")
                        .filter(text -> text.matches("[1-9][0-9]{0,3}"))
                        .map(Long::parseLong)
                        .map(days -> now.plus(Duration.ofDays(days))));
    }
}
