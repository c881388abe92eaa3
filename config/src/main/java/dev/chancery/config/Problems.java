package dev.chancery.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects mistakes, so that one run shows all of them. */
final class Problems {
    private static final Comparator<ConfigurationProblem> FILE_ORDER = Comparator.comparing(
                    (ConfigurationProblem problem) -> problem.line() == 0)
            .thenComparing(ConfigurationProblem::line)
            .thenComparing(ConfigurationProblem::column);

    private final List<ConfigurationProblem> found = new ArrayList<>();

    void add(Position position, KeyPath path, String message) {
        found.add(ConfigurationProblem.at(position, path, message));
    }

    /** @throws ConfigurationException if anything was added */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(found.stream().sorted(FILE_ORDER).toList());
        }
    }
}
