package dev.chancery.core.role;

import dev.chancery.core.x509.HostName;
import dev.chancery.core.x509.Objection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a name of a server must be: a fully qualified host name without underscores, in ASCII. */
final class NameRules {
    /** X.520 ub-common-name (RFC 5280 appendix A.1). */
    private static final int LONGEST_COMMON_NAME = 64;

    private final boolean internationalised;

    NameRules(RoleTemplate role) {
        this.internationalised = role.allowsInternationalisedNames();
    }

    private NameRules(boolean internationalised) {
        this.internationalised = internationalised;
    }

    /** For what no single role decides about. */
    static NameRules strict() {
        return new NameRules(false);
    }

    /** A name that somebody wrote into a topology. */
    Optional<Objection> host(String name, String field) {
        Optional<Objection> wildcard = name.startsWith("*.")
                ? Optional.of(Objection.of(
                        "name-wildcard", field, shown(name) + " is a wildcard; a server is called by one name."))
                : Optional.empty();
        return wildcard.or(() -> qualified(name, field));
    }

    private Optional<Objection> qualified(String name, String field) {
        Optional<HostName.Problem> problem = HostName.check(name);
        if (problem.isPresent()) {
            HostName.Problem found = problem.get();
            return Optional.of(
                    new Objection(found.rule(), field, found.message(), found.suggestion(), found.wording()));
        }
        if (!name.contains(".")) {
            return Optional.of(Objection.of(
                    "name-not-qualified",
                    field,
                    shown(name) + " is a short name; write the fully qualified one, such as " + name
                            + ".example.com."));
        }
        if (!internationalised && hasALabel(name)) {
            return Optional.of(Objection.of(
                    "name-internationalised",
                    field,
                    shown(name) + " is an internationalised name, which servers of this role do not understand."));
        }
        return Optional.empty();
    }

    private static boolean hasALabel(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("xn--") || lower.contains(".xn--");
    }

    private static String shown(String name) {
        return "\"" + name + "\"";
    }

    /** The common name first among equals: what is in the subject is in the SAN as well. */
    static List<String> withCommonName(String commonName, List<String> names) {
        List<String> all = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        boolean among = names.stream().anyMatch(commonName::equalsIgnoreCase);
        if (!among && !commonName.isEmpty()) {
            all.add(commonName);
            seen.add(commonName.toLowerCase(Locale.ROOT));
        }
        for (String name : names) {
            if (seen.add(name.toLowerCase(Locale.ROOT))) {
                all.add(name);
            }
        }
        return all;
    }

    List<Objection> certificate(String commonName, List<String> names, boolean wildcards) {
        List<Objection> objections = new ArrayList<>();
        if (commonName.isEmpty()) {
            objections.add(Objection.of("common-name-missing", "commonName", "There is nothing to call it by."));
        } else {
            host(commonName, "commonName").ifPresent(objections::add);
        }
        if (commonName.length() > LONGEST_COMMON_NAME) {
            objections.add(Objection.of(
                    "common-name-too-long",
                    "commonName",
                    shown(commonName) + " has " + commonName.length() + " characters; a common name has at most "
                            + LONGEST_COMMON_NAME + ", and servers of this role need one."));
        }
        for (int i = 0; i < names.size(); i++) {
            String field = "names[" + i + "]";
            String name = names.get(i);
            Optional<Objection> found = wildcards && name.startsWith("*.") ? qualified(name, field) : host(name, field);
            found.ifPresent(objections::add);
        }
        if (names.size() > Planner.MOST_NAMES) {
            objections.add(Objection.of(
                    "names-too-many",
                    "names",
                    "There are " + names.size() + " names; " + Planner.MOST_NAMES + " are the most."));
        }
        return objections;
    }
}
