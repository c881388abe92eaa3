package dev.chancery.config;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot be used, with every mistake found. The message is for the person who wrote them. */
public final class ConfigurationException extends RuntimeException {
    private final List<ConfigurationProblem> problems;

    ConfigurationException(List<ConfigurationProblem> problems) {
        super(problems.stream().map(ConfigurationProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one; in the order of the file, overrides last. */
    public List<ConfigurationProblem> problems() {
        return problems;
    }
}
