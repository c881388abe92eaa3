package dev.chancery.core.profile;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What the profile says about one attribute of the subject; the parts stand in the subject in the order of the file.
 *
 * @param value stands there whatever the request says; without it the attribute comes from the request
 * @param required whether a request without it is refused; false where it is not written
 * @param pattern a regular expression that the whole value from the request must match
 */
public record SubjectPart(
        SubjectAttribute attribute, Optional<String> value, Optional<Boolean> required, Optional<String> pattern) {
    private static final int LONGEST_PATTERN = 200;

    public SubjectPart {
        value.ifPresent(text -> attribute.problem(text).ifPresent(problem -> {
            throw new IllegalArgumentException("value: " + Quoted.of(text) + " " + problem);
        }));
        if (value.isPresent() && required.isPresent()) {
            throw new IllegalArgumentException(
                    "required: a value that the profile itself gives is always there; delete" + " required, or value");
        }
        if (value.isPresent() && pattern.isPresent()) {
            throw new IllegalArgumentException(
                    "pattern: is for what comes from a request; delete pattern, or value, which the profile itself gives");
        }
        pattern.ifPresent(SubjectPart::compile);
    }

    boolean isRequired() {
        return required.orElse(false);
    }

    /** Whether a value from a request is one that the pattern describes. One that takes too long to tell is not. */
    boolean describes(String text) {
        return pattern.map(expression -> BoundedText.matches(compile(expression), text))
                .orElse(true);
    }

    private static Pattern compile(String expression) {
        if (expression.isEmpty() || expression.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException(
                    "pattern: has 1 to " + LONGEST_PATTERN + " characters, such as [A-Z][a-z]+");
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "pattern: " + Quoted.of(expression) + " is no regular expression (" + e.getDescription()
                            + "); write for example [A-Z][a-z]+ or (Sales|Support)",
                    e);
        }
    }
}
