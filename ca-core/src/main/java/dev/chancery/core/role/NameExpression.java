package dev.chancery.core.role;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which names follow from a topology:
 *
 * <pre>
 * expression := pattern { "or" pattern } [ "for" VARIABLE "in" source ] [ "when" condition ]
 * pattern    := letters of a host name and {value}, as in meet.{sipdomain}
 * value      := server | sipdomain | VARIABLE | pool.fqdn | pool.NAME | VARIABLE.fqdn | VARIABLE.NAME
 *             | topology.sip-domain | topology.NAME | option.NAME
 * source     := sip-domains | servers | servers(ROLE, …) | pools(ROLE, …)
 * </pre>
 *
 * <p>A pattern with a value that is not there gives nothing, and then the one behind {@code or} is asked. There are no
 * functions, no numbers and one loop over a part of the topology, so that each expression ends, and gives at most as many
 * names as a certificate may have. A condition behind a loop is asked for each element.
 */
public final class NameExpression {
    private final String text;
    private final List<NamePattern> patterns;
    private final Optional<Loop> loop;
    private final Optional<Condition> condition;

    private record Loop(String variable, Source source) {}

    private NameExpression(
            String text, List<NamePattern> patterns, Optional<Loop> loop, Optional<Condition> condition) {
        this.text = text;
        this.patterns = List.copyOf(patterns);
        this.loop = loop;
        this.condition = condition;
    }

    /** @throws IllegalArgumentException that says where it is wrong, and what is expected there */
    public static NameExpression of(String text) {
        Words words = Words.of(text);
        List<NamePattern> patterns = new ArrayList<>();
        do {
            patterns.add(NamePattern.of(words.take("a name", "meet.{sipdomain}")));
        } while (words.take("or"));
        Optional<Loop> loop = words.take("for") ? Optional.of(loop(words)) : Optional.empty();
        Optional<Condition> condition =
                words.take("when") ? Optional.of(Condition.read(text, words)) : Optional.empty();
        words.end("after the name come `or`, `for VARIABLE in …` and `when …`, in this order");
        NameExpression expression = new NameExpression(text, patterns, loop, condition);
        loop.ifPresent(expression::checkOwn);
        return expression;
    }

    /** A pool has values, a server and a domain are one. */
    private void checkOwn(Loop over) {
        boolean pools = over.source().kind() == Source.Kind.POOLS;
        references()
                .filter(reference -> reference.variable().equals(over.variable()))
                .filter(reference -> reference.attribute().isEmpty() == pools)
                .findFirst()
                .ifPresent(reference -> {
                    throw new IllegalArgumentException(
                            pools
                                    ? "{" + reference.text() + "} is a pool; say which name of it, such as {"
                                            + reference.text() + ".fqdn}"
                                    : "{" + reference.text() + "}: `" + reference.variable()
                                            + "` is a name itself; write {" + reference.variable() + "}");
                });
    }

    private static Loop loop(Words words) {
        String variable = words.name("variable", "sipdomain");
        if (Set.of(Reference.POOL, Reference.TOPOLOGY, Reference.OPTION).contains(variable)) {
            throw new IllegalArgumentException(
                    "`" + variable + "` has a meaning of its own; call the variable of the loop something else");
        }
        if (!words.take("in")) {
            throw new IllegalArgumentException("`in` is missing: write `for " + variable + " in sip-domains`");
        }
        return new Loop(variable, Source.of(words.take("what to go through", "sip-domains")));
    }

    /** In order, each once. */
    List<String> names(Surroundings here) {
        List<Surroundings> each =
                loop.map(over -> over.source().each(over.variable(), here)).orElse(List.of(here));
        Set<String> names = new LinkedHashSet<>();
        for (Surroundings one : each) {
            if (condition.isEmpty() || condition.get().holds(one)) {
                names.addAll(first(one));
            }
        }
        return names.stream().limit(Planner.MOST_NAMES).toList();
    }

    private List<String> first(Surroundings here) {
        return patterns.stream()
                .map(pattern -> pattern.names(here))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Stream<Reference> references() {
        return Stream.concat(
                patterns.stream().flatMap(NamePattern::references),
                condition.stream().flatMap(Condition::references));
    }

    /** All values but those of the loop's own variable. */
    Stream<Reference> outerReferences() {
        String own = loop.map(Loop::variable).orElse("");
        return references().filter(reference -> !reference.variable().equals(own));
    }

    Stream<Source> sources() {
        return Stream.concat(loop.stream().map(Loop::source), condition.stream().flatMap(Condition::sources));
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
