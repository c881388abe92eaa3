package dev.chancery.core.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must hold, all of it:
 *
 * <pre>
 * condition := test { "and" test }
 * test      := [ "not" ] ( value | value "=" value | pools(ROLE, …) | servers(ROLE, …) | sip-domains )
 * </pre>
 *
 * <p>A value holds when something was written down for it or, for {@code option.NAME}, when it was chosen; a source, when
 * there is at least one.
 */
public final class Condition {
    private final String text;
    private final List<Test> tests;

    private record Test(boolean wanted, Optional<Source> source, List<Reference> values) {
        boolean holds(Surroundings here) {
            if (source.isPresent()) {
                return source.get().any(here) == wanted;
            }
            List<String> left = values.get(0).values(here);
            boolean holds = values.size() == 1
                    ? !left.isEmpty()
                    : left.stream()
                            .anyMatch(one -> values.get(1).values(here).stream().anyMatch(one::equalsIgnoreCase));
            return holds == wanted;
        }
    }

    private Condition(String text, List<Test> tests) {
        this.text = text;
        this.tests = List.copyOf(tests);
    }

    /** @throws IllegalArgumentException that says where it is wrong */
    public static Condition of(String text) {
        Words words = Words.of(text);
        Condition condition = read(text, words);
        words.end("write `and` before a further condition");
        return condition;
    }

    static Condition read(String text, Words words) {
        List<Test> tests = new ArrayList<>();
        do {
            boolean wanted = !words.take("not");
            String word = words.take("a condition", "option.wildcard");
            if (Source.begins(word) || word.equals("sip-domains")) {
                tests.add(new Test(wanted, Optional.of(Source.of(word)), List.of()));
                continue;
            }
            List<Reference> values = new ArrayList<>();
            values.add(Reference.of(word));
            if (words.take("=")) {
                values.add(Reference.of(words.take("a value to compare with", "pool.fqdn")));
            }
            tests.add(new Test(wanted, Optional.empty(), values));
        } while (words.take("and"));
        return new Condition(text, tests);
    }

    boolean holds(Surroundings here) {
        return tests.stream().allMatch(test -> test.holds(here));
    }

    Stream<Reference> references() {
        return tests.stream().flatMap(test -> test.values().stream());
    }

    Stream<Source> sources() {
        return tests.stream().flatMap(test -> test.source().stream());
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
