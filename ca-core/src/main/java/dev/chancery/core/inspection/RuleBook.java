package dev.chancery.core.inspection;

import dev.chancery.core.lint.CrlJudge;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.lint.OcspJudge;
import dev.chancery.core.lint.RequestJudge;
import dev.chancery.core.lint.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every rule there is, for people to read. */
public final class RuleBook {
    private static final List<Entry> ALL = collect();
    private static final Map<String, Entry> BY_ID = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(entry -> entry.rule().id(), Function.identity()));

    private RuleBook() {}

    /** A rule, and what it is about first of all; rules about keys and names of certificates also judge requests. */
    public record Entry(Kind kind, Rule rule) {}

    /** In the order in which they judge. */
    public static List<Entry> all() {
        return ALL;
    }

    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(BY_ID.get(id)).map(Entry::rule);
    }

    private static List<Entry> collect() {
        List<Entry> all = new ArrayList<>();
        Linter.rules().forEach(rule -> all.add(new Entry(Kind.CERTIFICATE, rule)));
        CrlJudge.rules().forEach(rule -> all.add(new Entry(Kind.CRL, rule)));
        RequestJudge.rules().forEach(rule -> all.add(new Entry(Kind.REQUEST, rule)));
        OcspJudge.rules().forEach(rule -> all.add(new Entry(Kind.RESPONSE, rule)));
        return List.copyOf(all);
    }
}
